import Speech

/// Cuts a stream of samples into frames and measures of each what several others need: once, however many they are.
struct SoundFrames: Sendable {
    /// What is measured of a frame; the rest stays 0.
    struct Measures: OptionSet, Sendable {
        let rawValue: Int
        /// The powers of the bands.
        static let bands = Measures(rawValue: 1)
        /// Periodicity and pitch.
        static let voicing = Measures(rawValue: 2)
    }

    private let measures: Measures
    private var framer = Framer()
    private var spectrum = BandSpectrum()
    private let voicing = Voicing()

    /// Frames of a recording from its start on.
    init(_ measures: Measures = [.bands, .voicing]) { self.measures = measures }

    /// Takes the next samples and returns the frames that they complete.
    mutating func process(_ buffer: AudioBuffer) -> SoundPart {
        framer.append(buffer)
        return drain()
    }

    /// Ends the recording and returns its last frames.
    mutating func finish() -> SoundPart {
        framer.end()
        return drain()
    }

    private mutating func drain() -> SoundPart {
        var part = SoundPart(frames: [], clock: framer.clock)
        while let samples = framer.next() {
            let voice = measures.contains(.voicing) ? voicing.measure(samples) : (0, 0)
            let powers = measures.contains(.bands) ? spectrum.powers(of: samples) : .zero
            part.frames.append(
                SoundFrame(samples: samples, powers: powers, periodicity: voice.0, pitchHz: voice.1))
        }
        return part
    }
}
