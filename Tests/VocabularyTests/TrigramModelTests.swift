import Foundation
import Testing
import Vocabulary

@Suite struct TrigramModelTests {
    static let sentences = [
        ["we", "use", "caching"], ["we", "use", "an", "index"], ["the", "index", "is", "slow"],
        ["i", "measure", "it", "first"], ["it", "is", "an", "index"],
    ]

    static func model(_ sentences: [[String]], weight: Double = 1) -> TrigramModel {
        var counts = TrigramCounts()
        for sentence in sentences { counts.add(sentence, weight: weight) }
        return TrigramModel(counts)
    }

    /// Two sentences, "a b" and "a c", each once. Words that can follow: a, b, c, </s>, so a uniform word has 1/4.
    /// Unigrams: c(a)=2, c(b)=1, c(c)=1, c(</s>)=2, together 6, of 4 kinds: P(a) = (2 + 4/4) / (6 + 4) = 0.3,
    /// P(b) = (1 + 1) / 10 = 0.2, P(</s>) = 0.3.
    /// After a, seen twice with 2 followers: P(b|a) = (1 + 2 * 0.2) / (2 + 2) = 0.35, P(a|a) = 2 * 0.3 / 4 = 0.15.
    /// After <s> a, the same counts: P(b|<s> a) = (1 + 2 * 0.35) / 4 = 0.425.
    @Test func agreesWithACaseWorkedByHand() {
        let model = Self.model([["a", "b"], ["a", "c"]])
        let expected: [(String, [String], Double)] = [
            ("a", [], 0.3), ("b", [], 0.2), ("</s>", [], 0.3), ("b", ["a"], 0.35), ("a", ["a"], 0.15),
            ("b", ["<s>", "a"], 0.425), ("b", ["c", "a"], 0.35), ("b", ["unknown", "a"], 0.35),
            ("b", ["a", "unknown"], 0.2), ("unknown", ["a"], 0), ("<s>", ["a"], 0),
        ]
        for (word, history, probability) in expected {
            #expect(
                abs(model.probability(of: word, after: history) - probability) < 1e-12, "\(word) \(history)")
        }
    }

    /// The same case with 3 for each sentence: P(b) = (3 + 1) / (18 + 4) = 2/11, P(b|a) = (3 + 2 * 2/11) / (6 + 2).
    @Test func countsAWeightAsSoManyTimes() {
        let weighted = Self.model([["a", "b"], ["a", "c"]], weight: 3)
        #expect(abs(weighted.probability(of: "b", after: ["a"]) - (3 + 4.0 / 11) / 8) < 1e-12)
        var repeated = TrigramCounts()
        for _ in 0..<3 { for sentence in [["a", "b"], ["a", "c"]] { repeated.add(sentence) } }
        #expect(TrigramModel(repeated).arpa() == weighted.arpa())
    }

    @Test func probabilitiesAfterEveryHistorySumToOne() {
        let model = Self.model(Self.sentences, weight: 0.7)
        let words = model.vocabulary.sorted() + ["</s>"]
        let histories =
            [[], ["<s>"], ["nobody"]] + words.map { [$0] }
            + words.flatMap { last in words.map { [$0, last] } }
            + words.map { ["<s>", $0] }
        for history in histories {
            let sum = words.reduce(0) { $0 + model.probability(of: $1, after: history) }
            #expect(abs(sum - 1) < 1e-9, "\(history) \(sum)")
        }
    }

    /// A reader that knows the format alone must find the model's own probabilities.
    @Test func writesTheSameProbabilitiesAsARPA() throws {
        let model = Self.model(Self.sentences)
        let reader = try ARPAReader(String(decoding: model.arpa(), as: UTF8.self))
        let words = model.vocabulary.sorted() + ["</s>"]
        for first in words + ["<s>"] {
            for last in words + ["<s>"] {
                for word in words {
                    let read = reader.probability([first, last, word])
                    let own = model.probability(of: word, after: [first, last])
                    #expect(abs(log10(read / own)) < 3e-4, "\(first) \(last) \(word)")
                }
            }
        }
    }

    @Test func fittingTextIsLessPerplexing() throws {
        let model = Self.model(Self.sentences)
        let seen = try #require(model.perplexity(of: Self.sentences))
        let mixed = try #require(model.perplexity(of: [["index", "an", "use", "we"]]))
        let alike = try #require(model.perplexity(of: [["we", "use", "an", "index"]]))
        #expect(alike < seen && seen < mixed, "\(alike) \(seen) \(mixed)")
        #expect(alike < 4)
        #expect(model.perplexity(of: [["nobody"]]) == .infinity)
        #expect(model.perplexity(of: []) == nil)
    }

    @Test func leavesOutWhatCannotBeAWord() {
        var counts = TrigramCounts()
        for bad in [[], [""], ["a b"], ["\n"], ["<s>", "</s>"], ["a\0b"]] { counts.add(bad) }
        for weight in [0, -1, Double.nan, .infinity] { counts.add(["a"], weight: weight) }
        #expect(counts.isEmpty)
        counts.add(["</s>", "ok", "<s>", "a\tb"])
        #expect(counts.vocabulary == ["ok"])
        #expect(!counts.isEmpty)
        let nothing = TrigramModel(TrigramCounts())
        #expect(nothing.probability(of: "</s>", after: ["<s>"]) == 1)
        #expect(String(decoding: nothing.arpa(), as: UTF8.self).hasSuffix("\\end\\\n"))
    }

    @Test func writesTheSameTextEveryTime() {
        #expect(Self.model(Self.sentences).arpa() == Self.model(Self.sentences).arpa())
    }
}
