extension InterviewState {
    /// What brings an interview in this state into another one; `nil` where nothing that somebody decides does.
    public func step(to state: InterviewState) -> InterviewAction? {
        let action: InterviewAction? =
            switch state {
            case .inProgress: .start
            case .completed: .complete
            case .cancelled: .cancel
            case .abandoned: .abandon
            case .scheduled, .noShow: nil
            }
        return action.flatMap { allowed.contains($0) ? $0 : nil }
    }
}
