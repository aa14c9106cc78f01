/// What became of a recording.
public enum BatchOutcome: Sendable {
    /// It was heard: a transcript for each channel that was asked for.
    case heard([WrittenTranscript])
    /// It could not be heard.
    case failed(BatchFailure)
}

/// Why a recording could not be heard.
public struct BatchFailure: Sendable, Hashable, Codable {
    /// What was being done, on what, and why it failed.
    public var reason: String
    /// The exit code that belongs to it.
    public var exitCode: Int32

    /// A failure with its reason.
    public init(reason: String, exitCode: Int32) {
        self.reason = reason
        self.exitCode = exitCode
    }
}
