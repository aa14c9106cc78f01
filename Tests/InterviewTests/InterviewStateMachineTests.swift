import Evaluation
import FoundationEssentials
import Interview
import Speech
import Testing

@Suite struct InterviewStateMachineTests {
    private let start = Date(timeIntervalSince1970: 1_000)
    private let end = Date(timeIntervalSince1970: 2_000)

    private func question(_ id: String, followUps: [FollowUp] = []) -> Question {
        Question(
            id: id, text: "What is \(id)?", kind: .technical, category: "test", level: .mid,
            keyPoints: [
                KeyPoint(id: "small", statement: "It is small", weight: 1),
                KeyPoint(id: "quick", statement: "It is quick", weight: 3),
            ],
            sampleAnswers: [], followUps: followUps, expectedDurationSeconds: 60)
    }

    private func evaluation(overall: Double?, covered: Set<String> = []) -> Evaluation {
        Evaluation(
            overall: overall, dimensions: [],
            keyPoints: ["small", "quick"].map {
                KeyPointResult(
                    id: $0, statement: "It is \($0)", coverage: covered.contains($0) ? 1 : 0, evidence: nil)
            },
            strengths: [], weaknesses: [], missingPoints: [], suggestions: [], narrative: "",
            sentiment: .neutral, judges: ["test"], hearing: Hearing(typed: []),
            limits: [])
    }

    private func interview(questions: Int = 2, followUps: Int = 1) -> Interview {
        Interview(
            id: "a", plan: InterviewPlan(questionCount: questions, followUpLimit: followUps, seed: 1),
            startedAt: start)
    }

    /// An interview whose first question was answered and judged.
    private func reviewed(_ question: Question, evaluation: Evaluation) throws -> Interview {
        var interview = interview()
        try interview.handle(.chose(question: question, followUp: nil, reason: "first"))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "words"), at: start))
        try interview.handle(.judged(nil, evaluation))
        return interview
    }

    @Test func goesThroughAskingListeningAnalysingAndReviewing() throws {
        var interview = interview()
        #expect(interview.phase == .choosing)
        try interview.handle(.chose(question: question("one"), followUp: nil, reason: "first"))
        #expect(interview.phase == .asking)
        try interview.handle(.asked(recording: "questions/01.wav"))
        #expect(interview.phase == .listening)
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: start))
        #expect(interview.phase == .analysing)
        try interview.handle(.judged(nil, evaluation(overall: 50)))
        #expect(interview.phase == .reviewing)
        try interview.handle(.finished(at: end))
        #expect(interview.phase == .over)
        #expect(interview.state == .completed)
        #expect(interview.endedAt == end)
    }

    @Test func refusesWhatDoesNotFitAndStaysAsItWas() throws {
        var interview = interview()
        let before = interview
        for event in [
            InterviewEvent.asked(recording: nil), .received(.typed(text: "early"), at: start),
            .judged(nil, evaluation(overall: 1)), .triedAgain, .retriedAnalysis,
        ] {
            #expect(throws: InterviewError.self) { try interview.handle(event) }
            #expect(interview == before)
        }
    }

    @Test func takesNothingAfterItsEnd() throws {
        var interview = interview()
        try interview.handle(.abandoned(at: end))
        #expect(throws: InterviewError.isOver(.abandoned)) {
            try interview.handle(.chose(question: question("one"), followUp: nil, reason: ""))
        }
    }

    @Test func anInterviewWithoutAnAnswerEndsAbandoned() throws {
        var interview = interview()
        try interview.handle(.chose(question: question("one"), followUp: nil, reason: ""))
        try interview.handle(.finished(at: end))
        #expect(interview.state == .abandoned)
    }

    @Test func anAnswerThatIsBeingAnalysedKeepsTheInterviewOpen() throws {
        var interview = interview()
        try interview.handle(.chose(question: question("one"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "words"), at: start))
        #expect(throws: InterviewError.self) { try interview.handle(.finished(at: end)) }
        #expect(interview.state == .inProgress)
    }

    @Test func anotherAttemptKeepsTheFirstOne() throws {
        var interview = try reviewed(question("one"), evaluation: evaluation(overall: 40))
        try interview.handle(.triedAgain)
        #expect(interview.phase == .listening)
        try interview.handle(.received(.typed(text: "better words"), at: end))
        try interview.handle(.judged(nil, evaluation(overall: 60, covered: ["quick"])))
        let turn = try #require(interview.current)
        #expect(turn.takes.map(\.number) == [1, 2])
        #expect(turn.finalTake?.evaluation?.overall == 60)
        let comparison = try #require(TakeComparison(from: turn.takes[0], to: turn.takes[1]))
        #expect(comparison.changes.first?.before == 40)
        #expect(comparison.changes.first?.after == 60)
        #expect(comparison.gainedPoints == ["It is quick"])
        #expect(comparison.lostPoints.isEmpty)
    }

    @Test func aFailedAnalysisKeepsTheAnswerAndCanBeDoneAgain() throws {
        var interview = interview()
        try interview.handle(.chose(question: question("one"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: start))
        try interview.handle(.analysisFailed(reason: "no model"))
        #expect(interview.current?.finalTake?.progress == .failed(reason: "no model"))
        try interview.handle(.retriedAnalysis)
        #expect(interview.phase == .analysing)
        #expect(interview.current?.takes.count == 1)
    }

    @Test func goesOnFromWhereItWasWhenReadBack() throws {
        let before = try reviewed(question("one"), evaluation: evaluation(overall: 40))
        var again = before
        try again.handle(.triedAgain)
        for interview in [before, again] {
            let data = try JSONEncoder().encode(interview)
            let read = try JSONDecoder().decode(Interview.self, from: data)
            #expect(read == interview)
            #expect(read.phase == interview.phase)
        }
    }

    @Test func followsUpOnTheHeaviestMissingPointThatHasAFollowUp() throws {
        let followUps = [
            FollowUp(keyPointID: "small", text: "How small?"),
            FollowUp(keyPointID: "quick", text: "How quick?"),
        ]
        let missing = try reviewed(
            question("one", followUps: followUps), evaluation: evaluation(overall: 30))
        #expect(missing.followUpDue?.followUp?.keyPointID == "quick")
        let partly = try reviewed(
            question("one", followUps: followUps), evaluation: evaluation(overall: 30, covered: ["quick"]))
        #expect(partly.followUpDue?.followUp?.keyPointID == "small")
        let whole = try reviewed(
            question("one", followUps: followUps),
            evaluation: evaluation(overall: 90, covered: ["quick", "small"]))
        #expect(whole.followUpDue == nil)
        let unheard = try reviewed(
            question("one", followUps: followUps), evaluation: evaluation(overall: nil))
        #expect(
            unheard.followUpDue == nil, "An answer that was not heard says nothing about what it left out.")
    }

    @Test func aQuestionHasNoMoreFollowUpsThanThePlanAllows() throws {
        let followUps = [
            FollowUp(keyPointID: "small", text: "How small?"),
            FollowUp(keyPointID: "quick", text: "How quick?"),
        ]
        var interview = try reviewed(
            question("one", followUps: followUps), evaluation: evaluation(overall: 30))
        let due = try #require(interview.followUpDue)
        try interview.handle(.chose(question: due.question, followUp: due.followUp, reason: due.reason))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "words"), at: start))
        try interview.handle(.judged(nil, evaluation(overall: 30)))
        #expect(interview.followUpDue == nil)
        #expect(interview.plannedQuestionsAsked == 1)
        #expect(interview.current?.plannedNumber == 1)
        #expect(interview.current?.rubric.keyPoints.map(\.id) == ["quick"])
        #expect(interview.results.count == 1)
    }

    @Test func theSummaryCountsFinalTakesAndSaysWhatHasNoScore() throws {
        var interview = try reviewed(
            question("one"), evaluation: evaluation(overall: 60, covered: ["small"]))
        try interview.handle(.chose(question: question("two"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.spoken(recording: "x"), at: start))
        try interview.handle(.analysisFailed(reason: "no model"))
        try interview.handle(.finished(at: end))
        let summary = InterviewSummary(of: interview)
        #expect(summary.meanOverall == 60)
        #expect(summary.lines.map(\.overall) == [60, nil])
        #expect(summary.lines.last?.unjudgedBecause == "no model")
        #expect(summary.missedPoints == ["It is quick"])
        #expect(summary.wordsPerMinute == nil)
    }

    @Test func aPointMadeInAFollowUpIsNotMissedAnyMore() throws {
        let followUp = FollowUp(keyPointID: "quick", text: "How quick?")
        let asked = question("one", followUps: [followUp])
        var interview = try reviewed(asked, evaluation: evaluation(overall: 30))
        #expect(InterviewSummary(of: interview).missedPoints == ["It is quick", "It is small"])
        try interview.handle(.chose(question: asked, followUp: followUp, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "words"), at: start))
        try interview.handle(.judged(nil, evaluation(overall: 90, covered: ["quick"])))
        let summary = InterviewSummary(of: interview)
        #expect(summary.missedPoints == ["It is small"])
        #expect(summary.lines.map(\.isFollowUp) == [false, true])
        #expect(summary.lines.map(\.plannedNumber) == [1, 1])
    }
}
