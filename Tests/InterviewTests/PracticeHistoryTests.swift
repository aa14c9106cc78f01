import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

@Suite struct PracticeHistoryTests {
    private func evaluation(_ overall: Double?) -> Evaluation {
        Evaluation(
            overall: overall, dimensions: [], keyPoints: [], strengths: [], weaknesses: [], missingPoints: [],
            suggestions: [], narrative: "", sentiment: .neutral, judges: ["test"],
            hearing: Hearing(typed: []), limits: [])
    }

    /// An interview of some answers, begun so many seconds after the first.
    private func interview(_ seconds: Double, _ answers: [(Question, Double?)]) throws -> Interview {
        let start = Date(timeIntervalSince1970: seconds)
        var interview = Interview(id: "\(seconds)", plan: InterviewPlan(seed: 1), startedAt: start)
        for (question, score) in answers {
            try interview.handle(.chose(question: question, followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: "words"), at: start))
            try interview.handle(.judged(nil, evaluation(score)))
        }
        return interview
    }

    private func question(_ number: Int, category: String = "x", level: QuestionLevel = .mid) -> Question {
        testQuestion("q\(number)", category: category, level: level)
    }

    private func choose(
        _ bank: QuestionBank, _ history: PracticeHistory, count: Int, seed: UInt64 = 1
    ) -> [QuestionChooser.Choice] {
        var asked: [AskedQuestion] = []
        var choices: [QuestionChooser.Choice] = []
        while choices.count < count,
            let choice = QuestionChooser(seed: seed).next(
                from: bank, asked: asked, preferences: QuestionPreferences(mix: .technical), history: history)
        {
            choices.append(choice)
            asked.append(AskedQuestion(id: choice.question.id, overall: 60))
        }
        return choices
    }

    @Test func theNewestAnswerToEachQuestionCounts() throws {
        let old = try interview(1, [(question(1), 20), (question(2), 30)])
        let new = try interview(2, [(question(1), 90), (question(3), nil)])
        let history = PracticeHistory(of: [old, new])
        #expect(history == PracticeHistory(of: [new, old]))
        #expect(history.questions.map(\.id) == ["q3", "q1", "q2"])
        #expect(history.questions.map(\.overall) == [nil, 90, 30])
        #expect(history.questions.map(\.questionsSince) == [0, 1, 2])
    }

    @Test func aQuestionWithoutAnAnswerAndAScoreThatIsNoNumberAreHarmless() throws {
        var put = Interview(id: "p", plan: InterviewPlan(seed: 1), startedAt: .distantPast)
        try put.handle(.chose(question: question(1), followUp: nil, reason: ""))
        #expect(PracticeHistory(of: [put]).isEmpty)
        let odd = PracticeHistory(of: [try interview(1, [(question(1), .nan), (question(2), 400)])])
        #expect(odd.questions.map(\.overall) == [100, nil])
        #expect(try JSONDecoder().decode(PracticeHistory.self, from: JSONEncoder().encode(odd)) == odd)
    }

    @Test func aLongHistoryIsBounded() throws {
        let long = try interview(1, (0..<300).map { (question($0), 60) })
        let history = PracticeHistory(of: [long])
        #expect(history.questions.count == PracticeHistory.limit)
        #expect(history.questions.first?.id == "q299")
    }

    @Test func whatWasAskedBeforeComesOnlyWhenNothingElseIsLeft() throws {
        let bank = try QuestionBank((0..<10).map { question($0) })
        let history = PracticeHistory(of: [try interview(1, (0..<6).map { (question($0), 80) })])
        for seed in 1...20 as ClosedRange<UInt64> {
            let ids = choose(bank, history, count: 10, seed: seed).map(\.question.id)
            #expect(Set(ids.prefix(4)) == ["q6", "q7", "q8", "q9"])
            // Then first the half that was asked longest ago.
            #expect(["q0", "q1", "q2"].contains(ids[4]))
            #expect(Set(ids).count == 10)
        }
    }

    @Test func aWeakAnswerComesBackAfterOtherQuestions() throws {
        let bank = try QuestionBank((0..<20).map { question($0) })
        let answers = [(question(0), 30.0)] + (1..<7).map { (question($0), 80.0) }
        let history = PracticeHistory(of: [try interview(1, answers)])
        let choices = choose(bank, history, count: 3)
        #expect(choices[1].question.id == "q0")
        #expect(choices[1].reason.hasSuffix("once more, because your earlier answer to it scored 30."))
        let soon = PracticeHistory(of: [try interview(1, [(question(0), 30.0)])])
        #expect(choose(bank, soon, count: 3)[1].question.id != "q0")
        // In the long run it is due within the same interview.
        #expect(choose(bank, soon, count: 8)[7].question.id == "q0")
    }

    @Test func aWeakSubjectGetsAThirdOfTheQuestionsAndTheReasonSaysSo() throws {
        let bank = try QuestionBank(
            (0..<30).map { question($0, category: $0 < 10 ? "databases" : "subject \($0 % 7)") })
        let history = PracticeHistory(
            of: [
                try interview(
                    1, [(question(0, category: "databases"), 60), (question(1, category: "databases"), 56)])
            ])
        #expect(history.weakAreas.map(\.category) == ["databases"])
        let choices = choose(bank, history, count: 6)
        for place in [1, 4] {
            #expect(choices[place].question.category == "databases")
            #expect(
                choices[place].reason.hasSuffix("because answers about databases scored 58 on the average."))
        }
        // One answer says nothing about a subject.
        let single = PracticeHistory(of: [try interview(1, [(question(0, category: "databases"), 60)])])
        #expect(single.weakAreas.isEmpty)
    }

    @Test func theSameSeedBankAndHistoryGiveTheSameQuestions() throws {
        let bank = try QuestionBank((0..<40).map { question($0, category: "subject \($0 % 5)") })
        let history = PracticeHistory(
            of: [
                try interview(
                    1, (0..<12).map { (question($0, category: "subject \($0 % 5)"), Double($0 * 8)) })
            ])
        let first = choose(bank, history, count: 12, seed: 7)
        #expect(first == choose(bank, history, count: 12, seed: 7))
        #expect(first != choose(bank, PracticeHistory(), count: 12, seed: 7))
        // Written down, so that another process that chose otherwise would fail.
        #expect(first.map(\.question.id).joined(separator: " ") == Self.written)
    }

    private static let written = "q22 q3 q26 q19 q27 q30 q21 q5 q23 q39 q32 q34"
}
