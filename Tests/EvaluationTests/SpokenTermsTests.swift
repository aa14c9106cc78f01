import Foundation
import Interview
import Language
import Storage
import TestSupport
import Testing
import Vocabulary

@testable import Evaluation

@Suite struct SpokenTermsTests {
    private let lexicon: Lexicon

    init() throws {
        lexicon = Lexicon(
            entries: try LexiconReader().entries(
                of: """
                    RabbitMQ = rabbit M Q
                    CI/CD = C I C D
                    SQL = S Q L, sequel
                    MySQL = my S Q L, my sequel
                    login = log in
                    """, file: "terms.txt"))
    }

    private func tokens(_ text: String) -> [String] {
        SpokenTerms(lexicon: lexicon).tokens(in: text).map(\.text)
    }

    @Test(arguments: [
        ("we use rabbit m q", ["we", "use", "rabbitmq"]), ("We use RabbitMQ.", ["we", "use", "rabbitmq"]),
        ("c i c d runs", ["ci", "cd", "runs"]), ("CI/CD runs", ["ci", "cd", "runs"]),
        ("my sequel and sequel", ["mysql", "and", "sql"]),
        ("you log in there", ["you", "log", "in", "there"]),
        ("an x y z", ["an", "xyz"]), ("get hub data base", ["github", "database"]),
        ("rabbit m", ["rabbit", "m"]),
        ("", []), ("sequel", ["sql"]),
    ])
    func aTermIsTheWordItIsWrittenAs(said: String, expected: [String]) {
        #expect(tokens(said) == expected)
    }

    @Test func itsTokensCoverAllTheWordsItWasSaidIn() {
        let terms = SpokenTerms(lexicon: lexicon)
        let text = "so c i c d now"
        let found = terms.tokens(in: text)
        #expect(found.map(\.words) == [0..<1, 1..<5, 1..<5, 5..<6])
        #expect(found[1].characters == 3..<10)
        #expect(terms.tokens(inWords: text.split(separator: " ").map(String.init)) == found)
    }

    @Test func anAnswerThatSaysATermCountsLikeOneThatWritesIt() throws {
        let rubric = Rubric(
            question: "How do your services talk?",
            keyPoints: [
                KeyPoint(
                    id: "queue", statement: "RabbitMQ carries the events.", variants: ["through RabbitMQ"]),
                KeyPoint(id: "store", statement: "MySQL stores the orders.", variants: ["orders in MySQL"]),
            ],
            kind: .technical)
        let judge = RubricEvaluator(lexicon: lexicon)
        let written = "Events go through RabbitMQ and we keep the orders in MySQL for every shop."
        let said = "events go through rabbit m q and we keep the orders in my sequel for every shop"
        let expected = judge.evaluate(JudgedAnswer(typed: written), against: rubric).keyPoints.map(\.coverage)
        #expect(
            judge.evaluate(JudgedAnswer(typed: said), against: rubric).keyPoints.map(\.coverage) == expected)
        let without = RubricEvaluator().evaluate(JudgedAnswer(typed: said), against: rubric)
        #expect(zip(without.keyPoints, expected).allSatisfy { $0.coverage < $1 })
    }

    @Test func theTermsThatComeWithVivaDoNotLowerTheSampleAnswers() throws {
        let folder = SourceTree.file("models/vocabulary")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".txt") }
            .map {
                LexiconReader.File(
                    name: $0, text: try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
            }
        let all = RubricEvaluator(lexicon: Lexicon(entries: try LexiconReader().entries(of: files)))
        let questions = try QuestionBankFile.load(directory: SourceTree.file("questions")).questions
        for question in questions {
            for sample in question.sampleAnswers {
                let answer = JudgedAnswer(typed: sample)
                let before = try #require(
                    RubricEvaluator().evaluate(answer, against: question.rubric).overall)
                let after = try #require(all.evaluate(answer, against: question.rubric).overall)
                #expect(after >= before - 1, "\(question.id): \(before) became \(after)")
            }
        }
    }
}
