import Foundation
import Inference
import Speech
import TestSupport
import Testing

@testable import Recognition

@Suite struct ByteLevelVocabularyTests {
    static let texts = [
        "", " ", " hello world", "don't", "a   b    c", "  leading and trailing  ",
        "\n\nlines\r\nand\ttabs\u{0}",
        "🙂 👩‍👩‍👧", "你好,世界", "naïve café — “quoted”", "C++ .NET CI/CD $5.00", "aaaaaaaaaaababab",
        "e\u{301}\u{FEFF}\u{10FFFF}",
    ]

    @Test(arguments: texts) func aTextComesBack(text: String) throws {
        let vocabulary = try TestWords.vocabulary()
        let back = vocabulary.text(of: vocabulary.tokens(of: text))
        #expect(Array(back.utf8) == Array(text.utf8))
    }

    @Test func mergesInTheOrderOfLearning() throws {
        let vocabulary = try TestWords.vocabulary()
        let pieces = { (text: String) in vocabulary.tokens(of: text).map { TestWords.lines[$0] } }
        #expect(pieces(" hello the hell") == ["Ġhello", "Ġthe", "Ġ", "hell"])
        #expect(pieces("worlds") == ["w", "orld", "s"])
        #expect(pieces("aaaaa") == ["aaaa", "a"])
        let whole = TestWords.lines[1_000]
        #expect(pieces(whole.replacing("Ġ", with: " ")) == [whole])
    }

    /// The procedure as it is described: the whole list of pairs is looked at for each merge.
    private func merged(_ word: String, _ vocabulary: ByteLevelVocabulary, ranks: [[UInt8]: Int]) -> [Int] {
        var parts = word.utf8.map { [$0] }
        if let whole = ranks[Array(word.utf8)] { return [whole] }
        while true {
            let pairs = zip(parts, parts.dropFirst()).map { ranks[$0 + $1] ?? .max }
            guard let least = pairs.min(), least < .max, let place = pairs.firstIndex(of: least) else {
                break
            }
            parts.replaceSubrange(place...place + 1, with: [parts[place] + parts[place + 1]])
        }
        return parts.compactMap { ranks[$0] }
    }

    @Test func mergesLikeThePlainProcedure() throws {
        let vocabulary = try TestWords.vocabulary()
        let ranks = Dictionary(
            (0..<600).map { (vocabulary.bytes(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        var random = SplitMix64(seed: 20)
        for _ in 0..<300 {
            let word = String(
                (0..<Int.random(in: 1...24, using: &random)).map { _ in
                    "aabbtherinlowd".randomElement(using: &random) ?? "a"
                })
            #expect(vocabulary.tokens(of: word) == merged(word, vocabulary, ranks: ranks), "\(word)")
        }
    }

    @Test(.timeLimit(.minutes(10))) func longWordsTakeNoAges() throws {
        let text = String(repeating: "ab", count: 1_000)
        let vocabulary = try TestWords.vocabulary()
        #expect(vocabulary.text(of: vocabulary.tokens(of: text)) == text)
    }

    @Test func tokensThatAreNotThereAreNoText() throws {
        let vocabulary = try TestWords.vocabulary()
        #expect(vocabulary.count == 51_864)
        #expect(vocabulary.text(of: [-1, 51_864, .max, .min]) == "")
        #expect(vocabulary.bytes(of: -1) == [])
        #expect(vocabulary.text(of: [TestWords.end]) == "<|50256|>")
    }

    @Test func brokenLettersAreReplaced() throws {
        let vocabulary = try TestWords.vocabulary()
        let tokens = vocabulary.tokens(of: "你")
        #expect(vocabulary.text(of: tokens.prefix(1)) == "\u{FFFD}")
    }

    @Test func refusesWhatIsNoVocabulary() throws {
        let folder = try TestFolder()
        let missing = folder.file("missing")
        #expect(
            throws: InferenceError.unreadable(path: missing, reason: "it is not there, or may not be read")
        ) {
            try ByteLevelVocabulary(path: missing)
        }
        for (text, count) in [("", 0), ("a\nb\n", 2), ("a\r\nb\r\n", 1)] {
            let path = try folder.write(text, to: "short")
            #expect(
                throws: InferenceError.invalid(
                    path: path, reason: "it has \(count) tokens in place of 50,257 or more")
            ) { try ByteLevelVocabulary(path: path) }
        }
        let noise = Data((0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 197) })
        let path = try folder.write(noise, to: "noise")
        #expect(throws: InferenceError.self) { try ByteLevelVocabulary(path: path) }
    }
}
