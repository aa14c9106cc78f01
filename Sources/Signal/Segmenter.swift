public import Speech

/// Cuts a recording into utterances for a recogniser.
public struct Segmenter: Sendable {
    /// The stretches of speech found so far, in the order of time: what pauses are measured between.
    public private(set) var speech: [TimeRange] = []
    /// A segmenter at the start of a recording.
    public init(configuration: Configuration = Configuration()) {}
    /// Takes the next audio and returns what became certain.
    public mutating func process(_ buffer: AudioBuffer) -> [SegmenterEvent] { [] }
    /// Ends the recording: an open utterance closes here.
    public mutating func finish() -> [SegmenterEvent] { [] }
}

extension Segmenter {
    /// The limits a segmenter works with.
    public struct Configuration: Sendable, Hashable {
        /// The limits of the recognisers.
        public init() {}
    }
}
