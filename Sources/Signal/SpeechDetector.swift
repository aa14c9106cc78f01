public import Speech

/// Finds where somebody speaks: a pure state machine fed with audio.
///
/// ```swift
/// var detector = SpeechDetector()
/// for buffer in recording { handle(detector.process(buffer)) }
/// handle(detector.finish())
/// ```
///
/// Every 10 ms the audio is compared, in 16 bands from 150 to 7000 Hz, with a noise floor that follows the room, and
/// asked whether it is periodic like a voice. Steady noise, clicks, hum and digital silence are not speech, at any
/// level; quiet speech over quieter noise is. The result does not depend on how the audio is cut into buffers.
///
/// Buffers must follow one another: only the first one's `startSample` is read. Samples that are not finite count
/// as zero. Work: one 512-point transform and one autocorrelation per 10 ms; memory: less than 100 kB.
public struct SpeechDetector: Sendable {
    /// Five frames together tell speech from noise best among three, five and seven at 5 and 10 dB, for a latency
    /// of 20 ms.
    private static let neighbourCount = 2

    private let configuration: Configuration
    private var sound = SoundFrames()
    private var clock = FrameClock()
    private var floor = NoiseFloor()
    private var gate: SpeechGate
    /// The frames of the first moment, held back until the floor is known; `nil` afterwards.
    private var opening: [Analysis]? = []
    /// The latest analysed frames: the bands are averaged over a frame and its neighbours on both sides.
    private var neighbours: [Analysis] = []
    private var isFinished = false
    /// What the edges of the speech are found by more exactly; `nil` when nobody wants them.
    private var track: BandTrack?

    private struct Analysis: Sendable {
        var bands: BandSpectrum.Bands
        var isVoiced: Bool
    }

    /// A detector at the start of a recording.
    public init(configuration: Configuration = Configuration()) {
        self.configuration = configuration
        gate = SpeechGate(configuration: configuration)
    }

    /// A detector that also finds edges more exactly, in eight bytes for every 10 ms.
    static func exact(configuration: Configuration) -> SpeechDetector {
        var detector = SpeechDetector(configuration: configuration)
        detector.track = BandTrack()
        return detector
    }

    /// Stretches of speech that were found, with their edges where the sound of the voice begins and ends; as they are unless
    /// the detector is an exact one.
    func exact(_ speech: [TimeRange]) -> [TimeRange] {
        guard let track else { return speech }
        let origin = clock.originSeconds
        let frames = speech.map { range in
            Self.frame(range.startSeconds - origin)..<Self.frame(range.endSeconds - origin)
        }
        return zip(speech, SpeechEdges(track).widened(frames)).map { range, frames in
            TimeRange(
                startSeconds: min(
                    range.startSeconds, seconds(ofFrame: frames.lowerBound) + Self.reachSeconds),
                endSeconds: max(range.endSeconds, seconds(ofFrame: frames.upperBound) - Self.reachSeconds))
        }
    }

    /// How far the window of a frame reaches on average for sound that lies beside the frame, in seconds.
    private static let reachSeconds = 0.003

    private static func frame(_ seconds: Double) -> Int { Int((seconds / Framer.hopSeconds).rounded()) }

    /// Takes the next audio and returns what became certain, in the order of time.
    ///
    /// A start is certain about 0.2 s after the speech begins (0.5 s at the start of the recording), an end after
    /// the silence of `Configuration.minimumSilenceSeconds`.
    public mutating func process(_ buffer: AudioBuffer) -> [SpeechEvent] {
        process(sound.process(buffer))
    }

    /// Ends the recording: speech that is still open ends here.
    public mutating func finish() -> [SpeechEvent] { isFinished ? [] : finish(sound.finish()) }

    /// Takes the last frames of a recording.
    mutating func finish(_ part: SoundPart) -> [SpeechEvent] {
        guard !isFinished else { return [] }
        var events = process(part)
        isFinished = true
        events += flushOpening()
        events += flushNeighbours()
        if let event = gate.finish() { events.append(speechEvent(event)) }
        return events
    }

    /// The time before which it is certain where speech starts, in seconds from the start of the recording.
    public var decidedUntilSeconds: Double { seconds(ofFrame: gate.undecidedFrame) }

    /// Takes the next frames of a recording.
    mutating func process(_ part: SoundPart) -> [SpeechEvent] {
        precondition(!isFinished, "audio after the end of the recording")
        clock = part.clock
        var events: [SpeechEvent] = []
        for frame in part.frames {
            track?.append(frame.powers)
            let bands = BandSpectrum.levels(frame.powers)
            let isVoiced = frame.periodicity > configuration.voicedPeriodicity
            let analysis = Analysis(bands: bands, isVoiced: isVoiced)
            floor.update(bands, voiced: isVoiced)
            guard opening == nil else {
                events += advance(analysis)
                continue
            }
            opening?.append(analysis)
            if opening?.count == configuration.openingFrames { events += flushOpening() }
        }
        return events
    }

    private mutating func flushOpening() -> [SpeechEvent] {
        let held = opening ?? []
        opening = nil
        return held.flatMap { advance($0) }
    }

    /// Decides the frame whose neighbours on both sides are known now.
    private mutating func advance(_ analysis: Analysis) -> [SpeechEvent] {
        neighbours.append(analysis)
        if neighbours.count > 2 * Self.neighbourCount + 1 { neighbours.removeFirst() }
        guard neighbours.count > Self.neighbourCount else { return [] }
        return decide(at: neighbours.count - 1 - Self.neighbourCount)
    }

    /// Decides the last frames, which have neighbours on one side only.
    private mutating func flushNeighbours() -> [SpeechEvent] {
        let first = max(0, neighbours.count - Self.neighbourCount)
        return (first..<neighbours.count).flatMap { decide(at: $0) }
    }

    private mutating func decide(at index: Int) -> [SpeechEvent] {
        let near = neighbours[
            max(0, index - Self.neighbourCount)...min(neighbours.count - 1, index + Self.neighbourCount)]
        let sum = near.reduce(BandSpectrum.Bands(repeating: 0)) { $0 + $1.bands }
        let bands = sum / Float(near.count)
        let frame = SpeechGate.Frame(
            distanceDB: distance(bands), isVoiced: neighbours[index].isVoiced,
            levelDB: neighbours[index].bands.sum() / Float(BandSpectrum.Bands.scalarCount))
        return gate.process(frame).map { [speechEvent($0)] } ?? []
    }

    /// How far the bands stand above the floor: the root mean square over the bands of 0...60 dB each. Squaring lets
    /// the few bands of a vowel count against the many that hold only noise.
    private func distance(_ bands: BandSpectrum.Bands) -> Float {
        guard let levels = floor.levels else { return 0 }
        let zero = BandSpectrum.Bands(repeating: 0)
        let above = (bands - levels).clamped(lowerBound: zero, upperBound: zero + 60)
        return ((above * above).sum() / Float(BandSpectrum.Bands.scalarCount)).squareRoot()
    }

    private func speechEvent(_ event: SpeechGate.Event) -> SpeechEvent {
        switch event {
        case .started(let frame): .started(atSeconds: seconds(ofFrame: frame))
        case .ended(let start, let end):
            .ended(TimeRange(startSeconds: seconds(ofFrame: start), endSeconds: seconds(ofFrame: end)))
        }
    }

    /// Where a frame starts; never after the end of the audio.
    private func seconds(ofFrame frame: Int) -> Double {
        clock.seconds(sample: min(frame * Framer.hopSamples, clock.sampleCount))
    }
}
