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

    @Test func standInTheirTimeOneAfterTheOther() throws {
        let time = TimeRange(startSeconds: 2, endSeconds: 3)
        let words = WrittenWords.placed(try parts(" a hello world."), in: time)
        #expect(words.map(\.text) == ["a", "hello", "world"])
        #expect(words.first?.time.startSeconds == 2)
        #expect(abs((words.last?.time.endSeconds ?? 0) - 3) < 1e-9)
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.time.endSeconds == $1.time.startSeconds })
        #expect(words[0].time.durationSeconds < words[1].time.durationSeconds)
        #expect(words.allSatisfy { ($0.confidence ?? -1) > 0 })
    }

    @Test func noTimeIsEnoughForWords() throws {
        let words = WrittenWords.placed(try parts(" a b"), in: TimeRange(startSeconds: 1, endSeconds: 1))
        #expect(words.map(\.time.startSeconds) == [1, 1])
        #expect(WrittenWords.placed([], in: TimeRange(startSeconds: 0, endSeconds: 1)) == [])
    }
}
