import Evaluation
import Foundation
import Interview
import Storage
import TestSupport
import Testing

/// Behaviour tests: how the judge acts on the questions that come with the program and on answers whose words their
/// author did not foresee. They were made up, and say nothing about agreement with people.
@Suite struct QuestionBankFairnessTests {
    /// A recorded sample with what was said in it.
    private struct Sample: Decodable {
        let question: String
        let text: String
        let quality: String
    }

    private let rubrics: [String: Rubric]
    private let samples: [Sample]

    init() throws {
        let bank = try QuestionBankFile.load(directory: SourceTree.file("questions"))
        rubrics = Dictionary(uniqueKeysWithValues: bank.questions.map { ($0.id, $0.rubric) })
        let folder = URL(filePath: SourceTree.file("samples"))
        samples = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".json") }
            .map { try JSONDecoder().decode(Sample.self, from: Data(contentsOf: folder.appending(path: $0))) }
            .filter { !$0.text.isEmpty }
    }

    private func evaluate(_ text: String, on questionID: String) throws -> Evaluation {
        RubricEvaluator().evaluate(
            JudgedAnswer(typed: text), against: try #require(rubrics[questionID]))
    }

    @Test func goodSamplesScoreWellAndPoorOnesDoNot() throws {
        #expect(samples.count > 10)
        for sample in samples {
            let overall = try #require(try evaluate(sample.text, on: sample.question).overall)
            if sample.quality == "good" { #expect(overall >= 65, "\(sample.text)") }
            if sample.quality == "poor" { #expect(overall <= 45, "\(sample.text)") }
        }
    }

    @Test func everyGoodSampleIsAboveEveryPoorOneOnTheSameQuestion() throws {
        for good in samples where good.quality == "good" {
            for poor in samples where poor.quality == "poor" && poor.question == good.question {
                let scores = try [good, poor].map { try evaluate($0.text, on: $0.question).overall ?? 0 }
                #expect(scores[0] > scores[1] + 20)
            }
        }
    }

    @Test func answersInUnforeseenWordsAreNotThrownAway() throws {
        let scores = try UnforeseenAnswers.all.map { answer in
            let evaluation = try evaluate(answer.text, on: answer.questionID)
            #expect(!evaluation.weaknesses.contains { $0.contains("hardly touches") }, "\(answer.text)")
            return try #require(evaluation.overall)
        }
        #expect((scores.min() ?? 0) >= 50)
        #expect(scores.reduce(0, +) / Double(scores.count) >= 70)
    }

    @Test func answersToOtherQuestionsStayLow() throws {
        let answers =
            samples.map { ($0.question, $0.text) } + UnforeseenAnswers.all.map { ($0.questionID, $0.text) }
        let identifiers = rubrics.keys.sorted()
        var scores: [Double] = []
        // Every tenth pair, so that the test stays quick; all of them are in `Docs/Scoring.md`.
        for (index, answer) in answers.enumerated() {
            for place in stride(from: index % 10, to: identifiers.count, by: 10)
            where identifiers[place] != answer.0 {
                scores.append(try evaluate(answer.1, on: identifiers[place]).overall ?? 0)
            }
        }
        #expect(scores.count > 60)
        #expect(Double(scores.count { $0 > 30 }) <= 0.05 * Double(scores.count))
    }

    @Test func theEvidenceOfAPointIsQuotedFromTheAnswer() throws {
        for answer in UnforeseenAnswers.all {
            for point in try evaluate(answer.text, on: answer.questionID).keyPoints where point.isCovered {
                #expect(answer.text.contains(try #require(point.evidence).text))
            }
        }
    }

    @Test func theWordsOfARubricShuffledOrListedStayLow() throws {
        var passing = 0
        for (id, rubric) in rubrics.sorted(by: { $0.key < $1.key }) {
            let words = rubric.keyPoints.flatMap { $0.variants.prefix(4) }.filter { !$0.contains("{") }
            let list = words.joined(separator: " ").split(separator: " ").sorted {
                ($0.reversed().map(String.init).joined(), $0) < ($1.reversed().map(String.init).joined(), $1)
            }
            let overall = try evaluate(list.joined(separator: " "), on: id).overall ?? 0
            passing += overall < 60 ? 0 : 1
            #expect(try evaluate(rubric.question, on: id).overall ?? 0 < 30, "\(id)")
        }
        // A list that happens to have few articles shows no broken order; one of the thirty is such a list.
        #expect(passing <= 1)
    }

    @Test func everyWordInBracesNamesAMoveOfAStory() {
        for (id, rubric) in rubrics {
            for variant in rubric.keyPoints.flatMap(\.variants) where variant.contains("{") {
                #expect(Rubric.storyMoves.contains(variant), "\(id): \(variant)")
            }
        }
    }

    @Test func everyPointCanBeSaidInManyWays() {
        for (id, rubric) in rubrics {
            for point in rubric.keyPoints { #expect(point.variants.count >= 8, "\(id): \(point.id)") }
        }
    }
}
