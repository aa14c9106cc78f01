import Language
import Testing

@testable import Evaluation

/// Points said in other words than were foreseen, with an encoder of a handful of meanings.
@Suite struct PointMeaningTests {
    /// Each word means what its group means, and words of no group each something of their own.
    private struct Encoder: SentenceEncoder, WordVectors {
        static let groups = [
            ["memory", "ram"], ["fast", "quick", "swiftly"], ["near", "close"], ["copy", "duplicate"],
        ]
        let dimensions = 64

        func encode(_ text: String) -> EncodedText {
            let tokens = Tokenizer.tokens(in: text)
            let vectors = tokens.compactMap { vector(of: $0.text) }
            return EncodedText(
                tokens: tokens.map {
                    EncodedToken(text: $0.text, characters: $0.characters, isContinuation: false)
                }, dimensions: dimensions, vectors: vectors.flatMap(\.self),
                sentence: vectors.isEmpty
                    ? [Float](repeating: 0, count: dimensions) : UnitVector.mean(of: vectors))
        }

        func vector(of word: String) -> [Float]? {
            var vector = [Float](repeating: 0, count: dimensions)
            let group = Self.groups.firstIndex { $0.contains(word) }
            let place = group ?? 4 + word.unicodeScalars.reduce(7) { ($0 * 31 + Int($1.value)) % 60 }
            vector[place] = 1
            return vector
        }
    }

    private static let rubric = Rubric(
        question: "What is a cache?",
        keyPoints: [
            KeyPoint(id: "copy", statement: "Holds a copy near."),
            KeyPoint(id: "speed", statement: "Memory is fast."),
        ], kind: .technical)

    private func points(_ answer: String, _ tools: JudgementTools) -> [KeyPointResult] {
        RubricEvaluator(tools: tools).evaluate(JudgedAnswer(typed: answer), against: Self.rubric).keyPoints
    }

    private static let knowing = JudgementTools(vectors: Encoder(), encoder: Encoder())

    @Test func aPointInOtherWordsIsFoundByItsMeaning() throws {
        let answer = "What a cache does is hold a duplicate close. RAM is so swiftly read."
        #expect(points(answer, JudgementTools()).allSatisfy { !$0.isCovered })
        let found = points(answer, Self.knowing)
        #expect(found.allSatisfy { $0.coverage > 0.2 })
        #expect(try #require(found[0].evidence).text.contains("duplicate close"))
        #expect(try #require(found[1].evidence).text.contains("RAM is so swiftly"))
    }

    @Test func theSharesOfAPointAreThoseOfItsWordsAndOfItsMeaning() throws {
        let answer = JudgedAnswer(typed: "It keeps a copy close.")
        let shares = RubricEvaluator(tools: Self.knowing).shares(of: Self.rubric, in: answer)
        try #require(shares.count == 2)
        // Of "holds" and "copy" the second is said, "near" is no word of a subject; nothing is said of "memory" and "fast".
        let words = try #require(shares[0].words)
        #expect(words == 0.5)
        let meaning = try #require(shares[0].meaning)
        #expect(meaning > (shares[1].meaning ?? 1))
        #expect(shares[0].both == (words + meaning) / 2)
        #expect(shares[1].words == 0)
        // Letters alone mean nothing, and words alone leave the meaning open.
        #expect(RubricEvaluator().shares(of: Self.rubric, in: answer).isEmpty)
        let byWords = RubricEvaluator(tools: JudgementTools(vectors: Encoder()))
            .shares(of: Self.rubric, in: answer)
        #expect(byWords.map(\.words) == shares.map(\.words))
        #expect(byWords.allSatisfy { $0.meaning == nil && $0.both == nil })
    }

    @Test func wordsFarApartSayNoPoint() {
        var rubric = Self.rubric
        rubric.keyPoints[0].statement = "A copy in memory."
        // Many different words: in a short answer less is enough.
        let far = (0..<70).map { "item\($0)" }.joined(separator: " ")
        let coverage = { (answer: String) in
            RubricEvaluator(tools: Self.knowing).evaluate(JudgedAnswer(typed: answer), against: rubric)
                .keyPoints[0].coverage
        }
        let together = coverage("A cache is a duplicate in RAM. \(far) \(far)")
        let apart = coverage("A cache is \(far) a duplicate \(far) in RAM.")
        #expect(together > apart + 0.2)
    }

    @Test func theResultNamesTheLayer() {
        let evaluation = RubricEvaluator(tools: Self.knowing).evaluate(
            JudgedAnswer(typed: "It keeps a copy near, in memory, and so reading is fast for everybody."),
            against: Self.rubric)
        #expect(evaluation.layers?.contains(.meaning) == true)
        #expect(evaluation.layers?.contains(.synonyms) == false)
    }

    @Test func aStatementWithoutWordsCannotBeMadeAndIsLeftOut() {
        var rubric = Self.rubric
        rubric.keyPoints[0].statement = "?"
        let evaluation = RubricEvaluator(tools: Self.knowing).evaluate(
            JudgedAnswer(typed: "It keeps a copy near, in memory, and so on and so on."), against: rubric)
        #expect(evaluation.keyPoints.map(\.id) == ["speed"])
    }
}
