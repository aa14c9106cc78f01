import Evaluation
import Interview
import Storage
import TestSupport
import Testing

/// Behaviour tests of the judge with the questions that come with the project. They do not measure how far its scores
/// agree with people's.
@Suite struct SampleAnswersTests {
    private static let judge = RubricEvaluator()
    private let bank: QuestionBank

    init() throws {
        bank = try QuestionBankFile.load(directory: SourceTree.file("questions"))
    }

    private func overall(_ text: String, _ id: String) throws -> Double {
        let question = try #require(bank[id])
        return try #require(
            Self.judge.evaluate(JudgedAnswer(typed: text), against: question.rubric).overall)
    }

    @Test func everyQuestionIsComplete() {
        #expect(bank.questions.count >= 200)
        for question in bank.questions {
            #expect((3...7).contains(question.keyPoints.count), "\(question.id)")
            #expect(!question.hints.isEmpty && !question.followUps.isEmpty, "\(question.id)")
            #expect(question.keyPoints.allSatisfy { $0.variants.count >= 3 }, "\(question.id)")
            #expect(
                Set(question.followUps.compactMap(\.keyPointID)).isSubset(of: question.keyPoints.map(\.id)),
                "\(question.id)")
            for answer in question.sampleAnswers {
                let words = answer.split(separator: " ").count
                // At 132 words a minute, the middle of the band of pace, it takes about as long as is expected; more than 160 words
                // only where as many are expected.
                let expected = question.expectedDurationSeconds * 132 / 60
                let most = max(160, expected)
                #expect((0.5...1.4).contains(Double(words) / expected), "\(question.id): \(words) words")
                #expect((100...most).contains(Double(words)), "\(question.id): \(words) words")
            }
        }
    }

    @Test func noTwoQuestionsAskNearlyTheSame() {
        let pairs = SimilarQuestions.pairs(in: bank.questions)
        #expect(pairs.isEmpty, "\(pairs.map { [bank.questions[$0.first].id, bank.questions[$0.second].id] })")
    }

    @Test(arguments: [
        "behavioural-learn-quickly", "behavioural-conflict", "behavioural-failure", "technical-slow-query",
        "technical-code-review", "technical-testing", "situational-deadline", "hr-why-this-role",
        "technical-rest-api", "technical-caching",
    ])
    func theQuestionsOfTheRecordedSamplesExist(id: String) { #expect(bank[id] != nil) }

    @Test func aSampleAnswerScoresHighOnItsOwnQuestionAndLowOnAnUnrelatedOne() throws {
        for question in bank.questions {
            let text = try #require(question.sampleAnswers.first)
            let own = try overall(text, question.id)
            #expect(own >= 75, "\(question.id) scores \(own)")
            let unrelated =
                question.kind.isTechnical ? "behavioural-feedback" : "technical-hash-table"
            let other = try overall(text, unrelated)
            #expect(other <= 30, "\(question.id) scores \(other) on \(unrelated)")
        }
    }

    @Test(arguments: IndependentAnswers.good)
    func aGoodAnswerInOtherWordsScoresWellAndLowElsewhere(id: String, text: String) throws {
        #expect(try overall(text, id) >= 55)
        #expect(
            try overall(text, id.hasPrefix("technical") ? "behavioural-feedback" : "technical-hash-table")
                <= 30)
    }

    @Test(arguments: IndependentAnswers.weak)
    func aWeakAnswerScoresLow(id: String, text: String) throws {
        #expect(try overall(text, id) <= 25)
    }
}
