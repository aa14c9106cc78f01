/// Why a program gave nothing to read.
public enum ProgramFailure: Error, Sendable, Hashable {
    /// There is no place for its files.
    case noPlace(reason: String)
    /// It cannot be started.
    case notStarted(reason: String)
    /// It ended with another status than 0; with its last words.
    case exited(status: Int32, messages: String)
    /// A signal ended it; with its last words.
    case signaled(Int32, messages: String)
    /// It did not end in time.
    case endless(limit: Duration)
    /// It printed too much.
    case flooded(limitBytes: Int)
    /// The task was cancelled.
    case cancelled
    /// It could not be read from.
    case unreadable(reason: String)
}
