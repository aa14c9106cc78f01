public import Speech

/// Finds where somebody speaks.
public struct SpeechDetector: Sendable {
    /// A detector at the start of a recording.
    public init(configuration: Configuration = Configuration()) {}
    /// Takes the next audio and returns what became certain.
    public mutating func process(_ buffer: AudioBuffer) -> [SpeechEvent] { [] }
    /// Ends the recording: speech that is still open ends here.
    public mutating func finish() -> [SpeechEvent] { [] }
}

extension SpeechDetector {
    /// The limits a detector works with.
    public struct Configuration: Sendable, Hashable {
        /// The limits that suit speech into a computer's microphone.
        public init() {}
    }
}
