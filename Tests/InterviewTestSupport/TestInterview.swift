package import Delivery
package import Evaluation
package import FoundationEssentials
package import Interview

/// An answer for tests of whole interviews: typed, or `nil` for a question that was put and not answered.
package struct TestTurn {
    package var question: Question
    package var text: String?
    package var followUp: FollowUp?
    /// How it was spoken; `nil` when it was typed.
    package var analysis: AnswerAnalysis?
    /// What is other in its judgement than the judge makes of it.
    package var change: (inout Evaluation) -> Void

    package init(
        _ question: Question, _ text: String?, followUp: FollowUp? = nil, analysis: AnswerAnalysis? = nil,
        change: @escaping (inout Evaluation) -> Void = { _ in }
    ) {
        self.question = question
        self.text = text
        self.followUp = followUp
        self.analysis = analysis
        self.change = change
    }
}

/// An interview of typed answers, judged by the offline judge.
package func testInterview(
    _ turns: [TestTurn], id: String = "a", plan: InterviewPlan = InterviewPlan(questionCount: 9, seed: 1),
    details: InterviewDetails = InterviewDetails(), startedAt date: Date = Date(timeIntervalSince1970: 1_000)
) throws -> Interview {
    var interview = Interview(id: id, plan: plan, details: details, startedAt: date)
    for turn in turns {
        try interview.handle(.chose(question: turn.question, followUp: turn.followUp, reason: ""))
        try interview.handle(.asked(recording: nil))
        guard let text = turn.text else { break }
        try interview.handle(.received(.typed(text: text), at: date))
        let rubric = interview.current?.rubric ?? turn.question.rubric
        var evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: rubric)
        turn.change(&evaluation)
        try interview.handle(.judged(turn.analysis, evaluation))
    }
    return interview
}
