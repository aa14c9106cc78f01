import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

@Suite("Help with an answer, and interviews for real")
struct AnswerHelpTests {
    private let date = Date(timeIntervalSince1970: 1_000)

    private func interview(_ mode: InterviewDetails.Mode = .practice) throws -> Interview {
        var question = testQuestion("q", "Why?")
        question.hints = ["Think of disks.", "Think of trees."]
        question.sampleAnswers = ["Because a tree is shallow."]
        var interview = Interview(
            id: "a", plan: InterviewPlan(questionCount: 2, seed: 1), details: InterviewDetails(mode: mode),
            startedAt: date)
        try interview.handle(.chose(question: question, followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        return interview
    }

    private func answer(_ interview: inout Interview) throws {
        try interview.handle(.received(.typed(text: "A tree."), at: date))
        let evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "A tree."), against: testQuestion("q").rubric)
        try interview.handle(.judged(nil, evaluation))
    }

    @Test("What was shown before or during an attempt counts for it and those after it")
    func takes() throws {
        var interview = try interview()
        try answer(&interview)
        #expect(interview.current?.helpRemark(take: 1) == nil)
        try interview.handle(.helped(.hint, number: 1))
        try interview.handle(.triedAgain)
        try interview.handle(.helped(.hint, number: 2))
        // Shown once more, it is the same help.
        try interview.handle(.helped(.hint, number: 1))
        try interview.handle(.received(.typed(text: "Trees."), at: date))
        // A live answer is over when it is noted what was shown while it was given.
        try interview.handle(.helped(.sampleAnswer, number: 1))
        let turn = try #require(interview.current)
        #expect(turn.help?.map(\.take) == [2, 2, 2])
        #expect(turn.shown(.hint) == 2)
        #expect(turn.helpRemark(take: 1) == nil)
        #expect(
            turn.helpRemark(take: 2)
                == "The answer was given with help: 2 hints and a sample answer had been shown.")
        let coded = try JSONDecoder().decode(Interview.self, from: try JSONEncoder().encode(interview))
        #expect(coded == interview)
    }

    @Test("Help that a question does not have is refused")
    func none() throws {
        var interview = try interview()
        #expect(throws: InterviewError.self) { try interview.handle(.helped(.hint, number: 3)) }
        #expect(throws: InterviewError.self) { try interview.handle(.helped(.hint, number: 0)) }
        #expect(interview.current?.help == nil)
        // A follow-up asks something else: the question's sample answers do not answer it.
        try answer(&interview)
        try interview.handle(
            .chose(
                question: interview.turns[0].question, followUp: FollowUp(keyPointID: "p", text: "And?"),
                reason: ""))
        try interview.handle(.asked(recording: nil))
        #expect(throws: InterviewError.self) { try interview.handle(.helped(.sampleAnswer, number: 1)) }
    }

    @Test("An interview for real has no help and one attempt")
    func real() throws {
        var interview = try interview(.real)
        #expect(throws: InterviewError.noHelp) {
            try interview.handle(.helped(.hint, number: 1))
        }
        try answer(&interview)
        let before = interview
        #expect(throws: InterviewError.oneTakeOnly) {
            try interview.handle(.triedAgain)
        }
        #expect(interview == before)
    }

    @Test("An answer that could not be analysed may be given again, for real as well")
    func failedAnalysis() throws {
        var interview = try interview(.real)
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: date))
        try interview.handle(.analysisFailed(reason: "no ear"))
        try interview.handle(.triedAgain)
        #expect(interview.phase == .listening)
    }
}
