public import FoundationEssentials

/// Why an interview refused an event.
public enum InterviewError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The event does not fit what the interview is doing.
    case notNow(event: String, phase: String)
    /// The interview has ended; nothing can be added.
    case isOver(InterviewState)
    /// What was asked for cannot be done with an interview in this state.
    case notAllowed(InterviewAction, InterviewState)
    /// The interview may not be moved any more, or not at all (`nil`).
    case tooLateToReschedule(deadline: Date?)
    /// In an interview for real there is no help and no second attempt.
    case notForReal(event: String)
    /// There is no such question or attempt in the interview.
    case noSuchTake(turn: Int, take: Int)

    /// The session was to be continued and has ended.
    case hasEnded(session: String, InterviewState)

    /// What was refused and why.
    public var description: String {
        switch self {
        case .notNow(let event, let phase): "An interview that is \(phase) cannot take \(event)."
        case .isOver(let state): "The interview is \(state.rawValue): nothing can be added to it."
        case .notAllowed(let action, let state):
            "The interview is \(state.rawValue): \(action.rawValue) is not possible. Possible are "
                + state.allowed.map(\.rawValue).sorted().joined(separator: ", ") + "."
        case .tooLateToReschedule(let deadline):
            deadline.map {
                "The interview could be moved until \($0.formatted(.iso8601)): it is too late now."
            }
                ?? "The interview may not be moved to another time."
        case .notForReal(let event):
            "The interview is for real: there is no \(event) in it. Go on with the next question."
        case .noSuchTake(let turn, let take):
            "The interview has no attempt \(take) at question \(turn)."
        case .hasEnded(let session, let state):
            "This session has ended (\(state.rawValue)) and cannot be continued: \(session). Begin a new one."
        }
    }
}
