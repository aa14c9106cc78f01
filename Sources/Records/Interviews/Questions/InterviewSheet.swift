public import Interview

/// An interview with all its questions, those among them that are only planned.
public struct InterviewSheet: Sendable, Hashable {
    /// The interview as it is kept.
    public let kept: KeptInterview
    /// Its questions in their order.
    public let questions: [InterviewQuestion]

    /// The interview.
    public var interview: Interview { kept.interview }
    /// Its number.
    public var number: Int64 { kept.number }

    /// A question by its number; `nil` when the interview has none of it.
    public func question(_ number: Int64) -> InterviewQuestion? { questions.first { $0.number == number } }

    /// The next question that is to be answered: one that was put, else the first that is planned; `nil` when all were answered.
    public var next: InterviewQuestion? {
        guard !interview.state.isOver else { return nil }
        if let current = interview.current, !current.isAnswered,
            let open = questions.first(where: { $0.turn?.number == current.number })
        {
            return open
        }
        return questions.first { !$0.isAnswered }
    }

    /// How many questions it has, follow-ups left out: those that are settled, else as many as it is to have.
    public var questionCount: Int {
        interview.plan.fixed == nil
            ? interview.plan.questionCount : questions.count { !$0.isFollowUp }
    }

    /// How many questions were answered, follow-ups left out.
    public var answeredCount: Int { questions.count { $0.isAnswered && !$0.isFollowUp } }

    /// The place of a question among those that are no follow-ups, 1 for the first; a follow-up has that of its question.
    public func plannedNumber(of question: InterviewQuestion) -> Int {
        max(1, questions.count { !$0.isFollowUp && $0.position <= question.position })
    }
}
