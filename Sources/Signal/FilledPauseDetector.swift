public import Speech

/// Finds filled pauses ("um", "uh", "er", "mm") by their sound, whatever words a recogniser made of them.
///
/// A filled pause is a voiced stretch whose spectrum and pitch hardly move, often with a pause beside it (Shriberg
/// 1999, "Phonetic consequences of speech disfluency"; Goto, Itou & Hayamizu 1999, "A real-time filled pause detection
/// system"). Each steady stretch, a hum after it included, is judged by a logistic model. Lengthened words ("the",
/// "so") sound alike: judge the result together with the words.
///
/// The result does not depend on how the audio is cut into buffers, which must follow one another. Memory is bounded: a
/// pause is returned at most four seconds after it began.
public struct FilledPauseDetector: Sendable {
    /// The limits a detector works with.
    public struct Configuration: Sendable, Hashable {
        /// The least probability of a pause that is returned, 0...1.
        public var threshold = 0.5

        /// The threshold at which precision and recall are about equal.
        public init() {}
    }

    /// How long after its end a filled pause is certain, in seconds of audio.
    public static let delaySeconds = Double(SteadyStretchSearch.delayFrames) * Framer.hopSeconds

    private let configuration: Configuration
    private var sound = SoundFrames()
    private var search = SteadyStretchSearch()

    /// A detector at the start of a recording.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// Takes the next audio and returns the filled pauses that are certain now, in the order of time.
    public mutating func process(_ buffer: AudioBuffer) -> [FilledPause] {
        process(sound.process(buffer))
    }

    /// Ends the recording and returns the last filled pauses.
    public mutating func finish() -> [FilledPause] { finish(sound.finish()) }

    /// Takes the next frames of a recording.
    mutating func process(_ part: SoundPart) -> [FilledPause] {
        pauses(part.frames.flatMap { search.process(VoiceFrame($0)) }, part.clock)
    }

    /// Takes the last frames of a recording.
    mutating func finish(_ part: SoundPart) -> [FilledPause] {
        process(part) + pauses(search.finish(), part.clock)
    }

    private func pauses(_ stretches: [SteadyStretch], _ clock: FrameClock) -> [FilledPause] {
        stretches.compactMap { stretch in
            let probability = FilledPauseModel.probability(of: stretch)
            guard probability >= configuration.threshold else { return nil }
            let time = TimeRange(
                startSeconds: clock.seconds(frame: stretch.frames.lowerBound),
                endSeconds: clock.seconds(frame: stretch.frames.upperBound))
            return FilledPause(time: time, sound: stretch.sound, probability: probability)
        }
    }
}
