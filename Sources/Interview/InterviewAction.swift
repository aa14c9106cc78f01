/// What can be done with an interview.
public enum InterviewAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// Begin it.
    case start
    /// Move it to another time.
    case reschedule
    /// Call it off.
    case cancel
    /// Note that the candidate did not come.
    case markNoShow
    /// Ask and answer.
    case answer
    /// End it.
    case complete
    /// Give it up.
    case abandon
    /// Begin it once more, as another interview.
    case restart
    /// Correct a transcript.
    case correct
    /// Add a person's review.
    case review
    /// Make a report of it.
    case report
    /// Delete it.
    case delete
}

extension InterviewState {
    /// What can be done with an interview in this state.
    public var allowed: Set<InterviewAction> {
        switch self {
        case .scheduled: [.start, .reschedule, .cancel, .markNoShow, .delete, .report]
        case .inProgress: [.answer, .complete, .abandon, .correct, .review, .report, .delete]
        case .completed: [.restart, .correct, .review, .report, .delete]
        case .abandoned: [.restart, .correct, .review, .report, .delete]
        case .cancelled, .noShow: [.restart, .report, .delete]
        }
    }
}
