import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

/// Whoever answers says which question, in whatever order.
@Suite struct AnyOrderTests {
    private let date = Date(timeIntervalSince1970: 1_000)
    private let questions = ["one", "two", "three"].map { testQuestion($0, "What is \($0)?") }

    private func interview(
        _ mode: InterviewDetails.Mode = .practice, followUps: Int = 0
    ) -> Interview {
        Interview(
            id: "a", plan: InterviewPlan(followUpLimit: followUps, seed: 1, fixed: questions),
            details: InterviewDetails(mode: mode), startedAt: date)
    }

    private func put(_ question: Question, in interview: inout Interview) throws {
        try interview.handle(.chose(question: question, followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
    }

    private func answer(_ text: String, in interview: inout Interview) throws {
        try interview.handle(.received(.typed(text: text), at: date))
        let rubric = try #require(interview.current?.rubric)
        try interview.handle(
            .judged(nil, RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: rubric)))
    }

    private let words = "It is a small thing that I would explain with an example from my own work."

    @Test func aQuestionThatIsPassedOverComesBack() throws {
        var interview = interview()
        try put(questions[0], in: &interview)
        try interview.handle(.passedOver)
        #expect(interview.phase == .choosing)
        #expect(interview.current == nil)
        try put(questions[2], in: &interview)
        try answer(words, in: &interview)
        #expect(interview.unanswered.map(\.question.id) == ["one"])
        try interview.handle(.returned(turn: 1))
        #expect(interview.phase == .listening)
        #expect(interview.current?.question.id == "one")
        try answer("First \(words)", in: &interview)
        #expect(interview.turns.map { $0.takes.count } == [1, 1])
        #expect(interview.turns[0].finalTake?.text == "First \(words)")
        #expect(interview.phase == .reviewing)
        try put(questions[1], in: &interview)
        #expect(interview.current?.plannedNumber == 3)
        #expect(!interview.hasQuestionsLeft)
    }

    @Test func aQuestionThatWasChosenAndNotPutCanBePassedOver() throws {
        var interview = interview()
        try interview.handle(.chose(question: questions[0], followUp: nil, reason: ""))
        try interview.handle(.passedOver)
        try put(questions[1], in: &interview)
        try answer(words, in: &interview)
        try interview.handle(.returned(turn: 1))
        #expect(interview.phase == .asking, "It was not put yet.")
    }

    @Test func inPracticeAnAnsweredQuestionTakesAnotherAttemptInWhateverPlace() throws {
        var interview = interview()
        try put(questions[0], in: &interview)
        try answer(words, in: &interview)
        try put(questions[1], in: &interview)
        try answer(words, in: &interview)
        try interview.handle(.returned(turn: 1))
        #expect(interview.phase == .listening)
        try answer("Again \(words)", in: &interview)
        #expect(interview.turns.map { $0.takes.count } == [2, 1])
        // The wish for another attempt can be taken back: the answer stands.
        try interview.handle(.returned(turn: 2))
        try interview.handle(.passedOver)
        #expect(interview.phase == .reviewing)
        #expect(interview.turns.map { $0.takes.count } == [2, 1])
    }

    @Test func forRealAnAnswerThatWasHeardIsTheOnlyOne() throws {
        var interview = interview(.real)
        try put(questions[0], in: &interview)
        try answer(words, in: &interview)
        try put(questions[1], in: &interview)
        try interview.handle(.passedOver)
        let before = interview
        #expect(throws: InterviewError.oneTakeOnly) { try interview.handle(.returned(turn: 1)) }
        #expect(interview == before)
        try interview.handle(.returned(turn: 2))
        #expect(interview.phase == .listening)
    }

    @Test func nothingIsPassedOverWhileAnAnswerWaitsOrAfterTheEnd() throws {
        var interview = interview()
        #expect(throws: InterviewError.self) { try interview.handle(.passedOver) }
        #expect(throws: InterviewError.noSuchTurn(1)) { try interview.handle(.returned(turn: 1)) }
        try put(questions[0], in: &interview)
        #expect(throws: InterviewError.self, "It has to be passed over first.") {
            try interview.handle(.returned(turn: 1))
        }
        try interview.handle(.received(.typed(text: words), at: date))
        #expect(throws: InterviewError.self) { try interview.handle(.passedOver) }
        #expect(throws: InterviewError.self) { try interview.handle(.returned(turn: 1)) }
        try interview.handle(.analysisFailed(reason: "no judge"))
        try interview.handle(.finished(at: date))
        #expect(throws: InterviewError.isOver(.completed)) { try interview.handle(.passedOver) }
    }

    @Test func aFollowUpBelongsToTheQuestionThatWasReturnedTo() throws {
        let probed = Question(
            id: "probed", text: "How do you make a program faster?", kind: .technical, category: "test",
            level: .mid,
            keyPoints: [
                KeyPoint(id: "measure", statement: "Measured before changing anything", weight: 3),
                KeyPoint(id: "copy", statement: "It keeps copies of what is asked for often", weight: 1),
            ], followUps: [FollowUp(keyPointID: "measure", text: "What do you measure?")])
        var interview = Interview(
            id: "a", plan: InterviewPlan(followUpLimit: 1, seed: 1, fixed: [probed, questions[0]]),
            startedAt: date)
        try put(probed, in: &interview)
        try interview.handle(.passedOver)
        try put(questions[0], in: &interview)
        try answer(words, in: &interview)
        try interview.handle(.returned(turn: 1))
        try answer(
            "I keep copies of what is asked for often, so that it is close by the program.", in: &interview)
        let due = try #require(interview.followUpDue)
        #expect(due.question == probed)
        try interview.handle(.chose(question: due.question, followUp: due.followUp, reason: due.reason))
        #expect(interview.current?.plannedNumber == 1)
        #expect(interview.mainTurn?.question == probed)
        try interview.handle(.asked(recording: nil))
        try answer("I measure the time with a profiler before changing anything.", in: &interview)
        #expect(interview.followUpDue == nil)
    }

    @Test func questionsAreSettledAnewAsLongAsNoneThatWasPutIsTouched() throws {
        var interview = interview()
        try put(questions[0], in: &interview)
        let added = testQuestion("four", "What is four?")
        try interview.settle([added, questions[0]])
        #expect(interview.plan.questionCount == 2)
        #expect(throws: InterviewError.wasPut(question: "What is one?")) { try interview.settle([added]) }
        var changed = questions[0]
        changed.text = "What else?"
        #expect(throws: InterviewError.wasPut(question: "What is one?")) { try interview.settle([changed]) }
        #expect(interview.plan.fixed == [added, questions[0]])
        try interview.handle(.finished(at: date))
        #expect(throws: InterviewError.isOver(.abandoned)) { try interview.settle([questions[0]]) }
    }

    @Test func whichQuestionIsAtHandSurvivesTheDisk() throws {
        var interview = interview()
        try put(questions[0], in: &interview)
        try interview.handle(.passedOver)
        let read = try JSONDecoder().decode(Interview.self, from: JSONEncoder().encode(interview))
        #expect(read == interview)
        #expect(read.phase == .choosing)
    }
}
