import Evaluation
import FoundationEssentials
import Interview
import Testing

/// Which follow-ups a question calls for, and what answers to them are judged by.
@Suite struct FollowUpTests {
    private let date = Date(timeIntervalSince1970: 1_000)

    private let question = Question(
        id: "one", text: "What is one?", kind: .technical, category: "test", level: .mid,
        keyPoints: [
            KeyPoint(id: "small", statement: "It is small", weight: 1),
            KeyPoint(id: "quick", statement: "It is quick", weight: 3),
        ],
        sampleAnswers: ["It is small and quick."],
        followUps: [
            FollowUp(keyPointID: "small", text: "How small?"),
            FollowUp(keyPointID: "quick", text: "How quick?"),
            FollowUp(keyPointID: "quick", text: "How do you know?"),
        ],
        expectedDurationSeconds: 90)

    private func evaluation(of points: [String], covered: Set<String> = []) -> Evaluation {
        Evaluation(
            overall: 50, dimensions: [],
            keyPoints: points.map {
                KeyPointResult(
                    id: $0, statement: "It is \($0)", coverage: covered.contains($0) ? 1 : 0, evidence: nil)
            },
            strengths: [], weaknesses: [], missingPoints: [], suggestions: [], narrative: "",
            sentiment: .neutral, judges: ["test"], hearing: Hearing(typed: []), limits: [])
    }

    /// Asks what is due until nothing is; each follow-up is judged by its point, which is made when in `made`.
    private func followUps(limit: Int, covered: Set<String>, made: Set<String>) throws -> [String] {
        var interview = Interview(
            id: "a", plan: InterviewPlan(questionCount: 1, followUpLimit: limit, seed: 1), startedAt: date)
        var asked: [String] = []
        var next: FollowUp?
        var judgement = evaluation(of: ["small", "quick"], covered: covered)
        repeat {
            try interview.handle(.chose(question: question, followUp: next, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: "words"), at: date))
            try interview.handle(.judged(nil, judgement))
            next = interview.followUpDue?.followUp
            if let next {
                asked.append(next.text)
                judgement = evaluation(of: [next.keyPointID].compactMap(\.self), covered: made)
            }
        } while next != nil
        return asked
    }

    @Test func severalFollowUpsGoThroughAllThatIsMissing() throws {
        #expect(
            try followUps(limit: 5, covered: [], made: [])
                == ["How quick?", "How do you know?", "How small?"])
        #expect(try followUps(limit: 2, covered: [], made: []) == ["How quick?", "How do you know?"])
    }

    @Test func aFollowUpInOtherWordsStandsForTheOneThatWasDue() throws {
        var interview = Interview(
            id: "a", plan: InterviewPlan(questionCount: 1, followUpLimit: 5, seed: 1), startedAt: date)
        var due: [String] = []
        var next: FollowUp?
        repeat {
            try interview.handle(.chose(question: question, followUp: next, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: "words"), at: date))
            try interview.handle(
                .judged(nil, evaluation(of: next?.keyPointID.map { [$0] } ?? ["small", "quick"])))
            next = interview.followUpDue?.followUp
            if let followUp = next { due.append(followUp.text) }
            next?.text = "Something else?"
        } while next != nil
        #expect(due == ["How quick?", "How do you know?", "How small?"])
    }

    @Test func aPointThatAFollowUpBroughtOutIsNotAskedAgain() throws {
        #expect(
            try followUps(limit: 5, covered: [], made: ["quick", "small"]) == ["How quick?", "How small?"])
        #expect(try followUps(limit: 5, covered: ["quick"], made: ["small"]) == ["How small?"])
        #expect(try followUps(limit: 5, covered: ["quick", "small"], made: []).isEmpty)
    }

    @Test func aFollowUpIsExpectedToTakeLessTimeAndHasNoSampleAnswer() {
        func rubric(seconds: Double) -> Rubric {
            var question = question
            question.expectedDurationSeconds = seconds
            return Turn(
                number: 2, plannedNumber: 1, question: question, followUp: question.followUps[1], reason: ""
            ).rubric
        }
        #expect(rubric(seconds: 90).expectedDurationSeconds == 30)
        #expect(rubric(seconds: 30).expectedDurationSeconds == 20)
        #expect(rubric(seconds: 90).sampleAnswers.isEmpty)
        #expect(rubric(seconds: 90).keyPoints.map(\.id) == ["quick"])
        let main = Turn(number: 1, plannedNumber: 1, question: question, reason: "")
        #expect(main.rubric == question.rubric)
    }

    @Test func aPlanKeepsToWhatAnInterviewMayHave() {
        #expect(InterviewPlan(questionCount: 0, followUpLimit: -1, seed: 1).questionCount == 1)
        #expect(InterviewPlan(questionCount: 0, followUpLimit: -1, seed: 1).followUpLimit == 0)
        #expect(InterviewPlan(questionCount: 1_000, seed: 1).questionCount == 50)
    }
}
