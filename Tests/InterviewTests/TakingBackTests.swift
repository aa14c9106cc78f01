import Foundation
import Interview
import InterviewTestSupport
import Testing

@Suite struct TakingBackTests {
    private static func begun() throws -> Interview {
        let questions = [testQuestion("a"), testQuestion("b")]
        var interview = Interview(
            id: "i", plan: InterviewPlan(questionCount: 2, seed: 1, fixed: questions),
            startedAt: Date(timeIntervalSince1970: 0))
        try interview.handle(.chose(question: questions[0], followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        return interview
    }

    @Test func aQuestionThatNobodyAnsweredIsTakenBack() throws {
        var interview = try Self.begun()
        try interview.takeBack(turn: 1)
        try interview.settle([testQuestion("b")])
        #expect(interview.turns.isEmpty)
        #expect(interview.phase == .choosing)
        #expect(interview.hasQuestionsLeft)
    }

    @Test func whatWasAnsweredStays() throws {
        var interview = try Self.begun()
        try interview.handle(.received(.typed(text: "Yes."), at: Date(timeIntervalSince1970: 9)))
        let before = interview
        #expect(throws: InterviewError.self) { try interview.takeBack(turn: 1) }
        #expect(throws: InterviewError.self) { try interview.takeBack(turn: 2) }
        #expect(interview == before)
    }
}
