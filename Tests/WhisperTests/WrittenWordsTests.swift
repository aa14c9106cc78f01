import Foundation
import Speech
import Testing

@testable import Recognition

@Suite struct WrittenWordsTests {
    private func parts(_ text: String, each logProbability: Float = -0.5) throws -> [WrittenWords.Part] {
        let vocabulary = try TestWords.vocabulary()
        let tokens = vocabulary.tokens(of: text)
        let hypothesis = Hypothesis(
            tokens: tokens, logProbabilities: tokens.map { _ in logProbability }, endLogProbability: -3)
        return WrittenWords.parts(of: hypothesis, vocabulary: vocabulary)
    }

    @Test(arguments: [
        ("", []), (" ", []), (" - ... !", []), (" Hello", ["hello"]), (" .NET", [".net"]),
        (" (.NET)", [".net"]),
        (" C++", ["c++"]), (" C++, C#.", ["c++", "c#"]), (" don't", ["don't"]), (" don’t", ["don't"]),
        (" CI/CD,", ["ci/cd"]), (" $5.", ["$5"]), (" $.50", ["$.50"]), (" 5%", ["5%"]), (" 5%.", ["5%"]),
        (" (hello)", ["hello"]), (" \"quoted\"", ["quoted"]), (" ...and so on...", ["and", "so", "on"]),
        (" 3.14", ["3.14"]), (" state-of-the-art", ["state-of-the-art"]),
        (" a\u{2003}b\nc", ["a", "b", "c"]),
        (" ÉCOLE", ["école"]), (" 你好", ["你好"]), (" 🙂", []), ("no space", ["no", "space"]),
    ])
    func areLowerCaseWithoutTheSignsAround(text: String, words: [String]) throws {
        #expect(try parts(text).map(\.text) == words)
    }

    @Test func areAsLikelyAsAllTheirTokens() throws {
        let parts = try parts(" hello xyz")
        #expect(parts.count == 2)
        #expect(abs(parts[0].probability - exp(-0.5)) < 1e-6)
        #expect(abs(parts[1].probability - exp(-2.0)) < 1e-6)
    }

    @Test func tokensThatAreNotThereAreNoWords() throws {
        let hypothesis = Hypothesis(tokens: [-1, 60_000], logProbabilities: [-1, -1])
        #expect(try WrittenWords.parts(of: hypothesis, vocabulary: TestWords.vocabulary()) == [])
    }

    @Test func lastAsLongAsTheirTokens() throws {
        // The sign at the end is not said, so the last word ends before it.
        let parts = try parts(" a hello world.")
        try #require(parts.map(\.tokens) == [0..<2, 2..<3, 3..<4])
        let tokens = TokenTimes(seconds: [0, 0.2, 0.5, 1.5, 2, 2.5])
        let times = WrittenWords.times(of: parts, by: tokens)
        #expect(times.map(\.startSeconds) == [0, 0.5, 1.5])
        #expect(times.map(\.endSeconds) == [0.5, 1.5, 2])
    }

    @Test func wordsOfOneTokenShareItsTimeByTheirLetters() {
        let parts = [("a", 0..<1), ("bcd", 0..<1), ("e", 1..<2)].map {
            WrittenWords.Part(text: $0.0, probability: 1, tokens: $0.1)
        }
        let times = WrittenWords.times(of: parts, by: TokenTimes(seconds: [1, 2.5, 3]))
        #expect(times.map(\.startSeconds) == [1, 1.5, 2.5])
        #expect(times.map(\.endSeconds) == [1.5, 2.5, 3])
        #expect(WrittenWords.times(of: [], by: TokenTimes(seconds: [1])) == [])
    }
}
