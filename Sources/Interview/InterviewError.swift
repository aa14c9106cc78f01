/// Why an interview refused an event.
public enum InterviewError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The event does not fit what the interview is doing.
    case notNow(event: String, phase: String)
    /// The interview has ended; nothing can be added.
    case isOver(InterviewState)

    /// What was refused and why.
    public var description: String {
        switch self {
        case .notNow(let event, let phase): "An interview that is \(phase) cannot take \(event)."
        case .isOver(let state): "The interview is \(state.rawValue): nothing can be added to it."
        }
    }
}
