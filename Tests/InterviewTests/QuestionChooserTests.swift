import Evaluation
import Interview
import Testing

@Suite struct QuestionChooserTests {
    /// Four levels of two families, three questions each.
    private let bank: QuestionBank

    init() throws {
        var questions: [Question] = []
        for kind in [QuestionKind.technical, .behavioural] {
            for level in QuestionLevel.allCases {
                for number in 1...3 {
                    questions.append(
                        Question(
                            id: "\(kind.rawValue)-\(level.rawValue)-\(number)", text: "Question \(number)?",
                            kind: kind,
                            category: "subject \(number)", level: level,
                            roles: number == 3 ? ["Data Scientist"] : [], keyPoints: []))
                }
            }
        }
        bank = try QuestionBank(questions)
    }

    private func asked(scores: [Double?], preferences: QuestionPreferences, seed: UInt64 = 1) -> [Question] {
        var history: [AskedQuestion] = []
        var questions: [Question] = []
        for score in scores {
            guard
                let choice = QuestionChooser(seed: seed).next(
                    from: bank, asked: history, preferences: preferences)
            else { break }
            questions.append(choice.question)
            history.append(AskedQuestion(id: choice.question.id, overall: score))
        }
        return questions
    }

    @Test func noQuestionComesTwiceAndTheBankEnds() {
        let questions = asked(scores: Array(repeating: 60, count: 40), preferences: QuestionPreferences())
        #expect(questions.count == 24)
        #expect(Set(questions.map(\.id)).count == 24)
    }

    @Test func theSameSeedGivesTheSameInterview() {
        let scores: [Double?] = [50, 80, nil, 20, 90, 60]
        let first = asked(scores: scores, preferences: QuestionPreferences(), seed: 7)
        #expect(first == asked(scores: scores, preferences: QuestionPreferences(), seed: 7))
        let others = (8...20).map { asked(scores: scores, preferences: QuestionPreferences(), seed: $0) }
        #expect(others.contains { $0 != first })
    }

    @Test func aMixedInterviewOfTenHasSixTechnicalQuestions() {
        let questions = asked(scores: Array(repeating: 60, count: 10), preferences: QuestionPreferences())
        #expect(questions.count { $0.kind.family == .technical } == 6)
        #expect(questions.prefix(5).count { $0.kind.family == .technical } == 3)
    }

    @Test(arguments: [
        (QuestionPreferences.Mix.technical, QuestionKind.Family.technical), (.behavioural, .behavioural),
    ])
    func aPureMixKeepsToItsFamily(mix: QuestionPreferences.Mix, family: QuestionKind.Family) {
        let questions = asked(
            scores: Array(repeating: 60, count: 30), preferences: QuestionPreferences(mix: mix))
        #expect(questions.count == 12)
        #expect(questions.allSatisfy { $0.kind.family == family })
    }

    @Test(arguments: [
        (82.0, QuestionLevel.senior), (75, .senior), (74.9, .mid), (45, .mid), (44.9, .junior), (0, .junior),
    ])
    func theLevelFollowsTheScore(score: Double, level: QuestionLevel) throws {
        let questions = asked(scores: [score, score], preferences: QuestionPreferences())
        #expect(questions.map(\.level) == [.mid, level])
    }

    @Test func theReasonNamesTheScoreThatLedToIt() throws {
        let first = try #require(bank.questions.first { $0.level == .mid })
        let choice = try #require(
            QuestionChooser(seed: 1).next(
                from: bank, asked: [AskedQuestion(id: first.id, overall: 82.3)],
                preferences: QuestionPreferences()))
        #expect(choice.reason.hasSuffix("harder, because the last answer scored 82."))
    }

    @Test(arguments: [Double?.none, .nan, .infinity, -5, 400])
    func anOddScoreNeitherCrashesNorStopsTheInterview(score: Double?) {
        let questions = asked(scores: [score, score, score], preferences: QuestionPreferences())
        #expect(questions.count == 3)
    }

    @Test func aRoleKeepsOutQuestionsOfOthers() {
        let questions = asked(
            scores: Array(repeating: 60, count: 30), preferences: QuestionPreferences(role: "devops engineer")
        )
        #expect(questions.count == 16)
        #expect(questions.allSatisfy { $0.roles.isEmpty })
    }

    @Test func whereTooFewFitThoseThatFitNearlyFillUp() {
        let chooser = QuestionChooser(seed: 3)
        let preferences = QuestionPreferences(mix: .technical, role: "Nurse")
        let fitting = chooser.choices(20, from: bank, preferences: preferences).map(\.question.id)
        #expect(fitting.count == 8)
        let enough = chooser.enoughChoices(20, from: bank, preferences: preferences).map(\.question)
        #expect(Array(enough.map(\.id).prefix(8)) == fitting)
        // Then for other roles, then of another kind.
        #expect(enough[8..<12].allSatisfy { $0.kind == .technical && $0.roles == ["Data Scientist"] })
        #expect(enough[12...].allSatisfy { $0.kind == .behavioural })
        #expect(Set(enough.map(\.id)).count == 20)
        #expect(chooser.enoughChoices(99, from: bank, preferences: preferences).count == 24)
    }

    @Test func historyOfAnotherBankAndAnEmptyBankAreHarmless() throws {
        let chooser = QuestionChooser(seed: 3)
        let empty = try QuestionBank([])
        #expect(chooser.next(from: empty, asked: [], preferences: QuestionPreferences()) == nil)
        let asked = [AskedQuestion(id: "gone", overall: 50)]
        #expect(chooser.next(from: bank, asked: asked, preferences: QuestionPreferences()) != nil)
    }
}
