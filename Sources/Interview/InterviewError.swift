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
    /// The time that it is to be moved to is over.
    case inThePast(start: Date)
    /// Nobody can have missed it: it has not come yet.
    case notYetMissed(start: Date)
    /// It is held for real, and the answer was heard: there is no other attempt.
    case oneTakeOnly
    /// In an interview for real there is no help.
    case noHelp
    /// There is no question with this number in the interview.
    case noSuchTurn(Int)
    /// The question was put, so it is not changed or taken out any more.
    case wasPut(question: String)
    /// There is no such question or attempt in the interview.
    case noSuchTake(turn: Int, take: Int)

    /// The session was to be continued and has ended.
    case hasEnded(session: String, InterviewState)

    /// What was refused and why.
    public var description: String {
        switch self {
        case .notNow(let event, let phase): "An interview that is \(phase) cannot take \(event)."
        case .isOver(let state): "The interview is \(state.words): nothing can be added to it."
        case .notAllowed(let action, let state):
            "The interview is \(state.words): \(action.rawValue) is not possible. Possible are "
                + state.allowed.map(\.rawValue).sorted().joined(separator: ", ") + "."
        case .tooLateToReschedule(let deadline):
            deadline.map {
                "The interview could be moved until \($0.formatted(.iso8601)): it is too late now."
            }
                ?? "The interview may not be moved to another time."
        case .inThePast(let start):
            "The interview cannot be put at \(start.formatted(.iso8601)), which is over. Choose a time to come."
        case .notYetMissed(let start):
            "The interview is planned for \(start.formatted(.iso8601)): before that nobody has missed it. It can be called off."
        case .oneTakeOnly:
            "The interview is held for real: an answer that was heard is not given again. Go on with the next question."
        case .noHelp: "The interview is held for real: there are no hints and no sample answers in it."
        case .noSuchTurn(let number): "The interview has no question \(number)."
        case .wasPut(let question):
            "The question \u{201C}\(question)\u{201D} was put already: it is not changed or taken out any more. Add another one."
        case .noSuchTake(let turn, let take):
            "The interview has no attempt \(take) at question \(turn)."
        case .hasEnded(let session, let state):
            "This session has ended (\(state.rawValue)) and cannot be continued: \(session). Begin a new one."
        }
    }

    /// What was refused and why, without what else could be done: for interfaces that offer a part of that alone.
    public var refusal: String {
        guard case .notAllowed(let action, let state) = self else { return description }
        let isUnbegun = state == .scheduled && InterviewState.inProgress.allowed.contains(action)
        return "The interview is \(state.words) and cannot be \(action.participle)."
            + (isUnbegun ? " Begin it first." : "")
    }
}

extension InterviewState {
    /// The state in words that follow "the interview is".
    fileprivate var words: String {
        switch self {
        case .inProgress: "in progress"
        case .noShow: "missed by its candidate"
        case .scheduled, .completed, .cancelled, .abandoned: rawValue
        }
    }
}

extension InterviewAction {
    /// What an interview is when it was done, in words that follow "it cannot be".
    fileprivate var participle: String {
        switch self {
        case .start: "begun"
        case .reschedule: "moved"
        case .cancel: "called off"
        case .markNoShow: "marked as missed"
        case .answer: "answered"
        case .complete: "completed"
        case .abandon: "given up"
        case .restart: "begun once more"
        case .correct: "corrected"
        case .review: "reviewed"
        case .report: "reported on"
        case .delete: "deleted"
        }
    }
}
