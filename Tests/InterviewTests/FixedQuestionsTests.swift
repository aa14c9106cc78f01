import Foundation
import Interview
import InterviewTestSupport
import Testing

@Suite("Interviews with fixed questions")
struct FixedQuestionsTests {
    private let fixed = ["c", "a", "b"].map { testQuestion($0) }

    @Test("They are asked in their order and no others, also where the bank has one of the same id")
    func order() throws {
        let bank = try QuestionBank(["a", "x"].map { testQuestion($0, "Another text?") })
        let plan = InterviewPlan(questionCount: 9, seed: 1, fixed: fixed)
        #expect(plan.questionCount == 3)
        var asked: [AskedQuestion] = []
        while let choice = QuestionChooser(seed: 1).next(
            from: bank, asked: asked, preferences: QuestionPreferences(), fixed: plan.fixed)
        {
            #expect(choice.question == fixed[asked.count])
            #expect(choice.reason == "A mid question about any, as this interview was planned.")
            asked.append(AskedQuestion(id: choice.question.id, overall: 10))
        }
        #expect(asked.map(\.id) == ["c", "a", "b"])
    }

    @Test("A plan that was kept before there were any has none")
    func earlierPlan() throws {
        let plan = InterviewPlan(seed: 1)
        let text = try String(decoding: JSONEncoder().encode(plan), as: UTF8.self)
        #expect(!text.contains("fixed"))
        #expect(try JSONDecoder().decode(InterviewPlan.self, from: Data(text.utf8)) == plan)
    }

    @Test("A conversation has what was said, by time, and the question before its answer")
    func conversation() throws {
        let interview = try testInterview([TestTurn(fixed[0], "First."), TestTurn(fixed[1], "Second.")])
        let start = try #require(interview.startedAt)
        let early = Message(speaker: .system, text: "Early", date: start.addingTimeInterval(-1))
        let late = Message(speaker: .candidate, text: "Late", date: start)
        #expect(
            interview.conversation(with: [late, early]).map(\.text)
                == ["Early", "Why?", "First.", "Why?", "Second.", "Late"])
    }

    @Test func aPlanWithoutASettledQuestionHasNoneAlsoWhereItWasKeptWithOne() throws {
        let plan = InterviewPlan(questionCount: 5, seed: 1, fixed: [])
        #expect(plan.questionCount == 0)
        let text = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
        #expect(text.contains("\"questionCount\":0"))
        let older = text.replacing("\"questionCount\":0", with: "\"questionCount\":1")
        #expect(try JSONDecoder().decode(InterviewPlan.self, from: Data(older.utf8)) == plan)
    }
}
