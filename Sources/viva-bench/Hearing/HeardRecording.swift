import Speech

/// What a process heard in one recording, as it hands it on.
struct HeardRecording: Codable, Sendable {
    /// The words.
    var words: [Word]
    /// Processor seconds of the process until it was ready to hear: its models were loaded. `nil` when nobody knows.
    var startSeconds: Double?
}
