/// Why a command gave nothing to read.
enum CommandFailure: Error, Sendable, Hashable {
    /// There is no place for the recording.
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

    /// What happened and what to do.
    func reason(program: String) -> String {
        switch self {
        case .noPlace(let reason): reason
        case .notStarted(let reason): "\(program) cannot be started: \(reason)"
        case .exited(let status, let messages): "\(program) ended with status \(status)\(Self.said(messages))"
        case .signaled(let signal, let messages): "signal \(signal) ended \(program)\(Self.said(messages))"
        case .endless(let limit):
            "\(program) was stopped after \(limit.components.seconds) s without an end; use a smaller model or allow "
                + "longer"
        case .flooded(let limit):
            "\(program) was stopped because it printed more than \(limit) bytes; does it print a transcript?"
        case .cancelled: "it was cancelled"
        case .unreadable(let reason): "what \(program) prints cannot be read: \(reason)"
        }
    }

    private static func said(_ messages: String) -> String {
        messages.isEmpty ? " and said nothing of why" : ": " + messages
    }
}
