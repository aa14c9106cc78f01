/// Why an interview refused an event.
public enum InterviewError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The event does not fit what the interview is doing.
    case notNow(event: String, phase: String)
    /// The interview has ended; nothing can be added.
    case isOver(InterviewState)

    /// The session was to be continued and has ended.
    case hasEnded(session: String, InterviewState)

    /// What was refused and why.
    public var description: String {
        switch self {
        case .notNow(let event, let phase): "An interview that is \(phase) cannot take \(event)."
        case .isOver(let state): "The interview is \(state.rawValue): nothing can be added to it."
        case .hasEnded(let session, let state):
            "This session has ended (\(state.rawValue)) and cannot be continued: \(session). Begin a new one."
        }
    }
}
