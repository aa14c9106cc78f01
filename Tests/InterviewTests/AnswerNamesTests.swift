import Evaluation
import FoundationEssentials
import Testing

@testable import Interview

/// What answers are called where a summary refers to them.
@Suite struct AnswerNamesTests {
    /// A summary of a question, its two follow-ups, and two more questions.
    private func summary() throws -> InterviewSummary {
        let date = Date(timeIntervalSince1970: 1_000)
        var interview = Interview(id: "a", plan: InterviewPlan(seed: 1), startedAt: date)
        let followUp = FollowUp(keyPointID: "a", text: "And then?")
        for next in [nil, followUp, followUp, nil, nil] {
            let question = Question(
                id: "one", text: "Why?", kind: .technical, category: "test", level: .mid,
                keyPoints: [KeyPoint(id: "a", statement: "It is quick.")])
            try interview.handle(.chose(question: question, followUp: next, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: ""), at: date))
            let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: ""), against: question.rubric)
            try interview.handle(.judged(nil, evaluation))
        }
        return InterviewSummary(of: interview)
    }

    @Test(arguments: [
        ([1], "question 1"), ([2], "follow-up to 1"), ([4], "question 2"),
        ([1, 4, 5], "questions 1, 2 and 3"),
        ([2, 3, 5], "question 3, follow-up to 1"), ([], ""), ([0, 9], ""),
    ])
    func turnsHaveTheNumbersThatTheSummaryShows(answers: [Int], name: String) throws {
        #expect(AnswerNames(try summary()).of(answers) == name)
    }
}
