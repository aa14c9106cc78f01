import Recognition
import Speech
import Testing

extension EngineTests {
    /// Words that are only expected are told from words that are heard.
    @Suite struct VerificationTests {
        @Test func marksAreTheSameEachTime() async throws {
            let utterance = try await ExpectationTests.utterance(of: "then we added a cooper view")
            let recognizer = try await LoadedEngine.withInterview(expecting: ExpectationTests.context)
            let words = try await recognizer.recognize(utterance)
            try #require(!words.isEmpty)
            try await recognizer.expect(ExpectationTests.other)
            _ = try await recognizer.recognize(utterance)
            try await recognizer.expect(ExpectationTests.context)
            #expect(try await recognizer.recognize(utterance) == words)
        }

        @Test func aTermThatIsSaidIsNotMarked() async throws {
            let recognizer = try await LoadedEngine.withInterview(expecting: ExpectationTests.context)
            let words = try await recognizer.recognize(
                ExpectationTests.utterance(of: "we looked at koobernettease first"))
            let term = try #require(words.first { $0.text == "kubernetes" }, "\(words.map(\.text))")
            #expect(!term.isUncertain)
        }

        @Test func nothingIsMarkedWhenNothingIsExpected() async throws {
            let recognizer = try await LoadedEngine.plain()
            let utterance = try await ExpectationTests.utterance(of: "wobbly zanzibar fluffing mumbles")
            let words = try await recognizer.recognize(utterance)
            #expect(!words.isEmpty)
            #expect(!words.contains { $0.isUncertain })
        }

        @Test func theWordsAreThoseOfTheSearchWithAndWithoutVerification() async throws {
            let utterance = try await ExpectationTests.utterance(of: "then we added a materialized view")
            let with = try await LoadedEngine.plain()
            var options = PocketSphinxOptions()
            options.verification = .off
            let without = try PocketSphinxRecognizer(options: options)
            for recognizer in [with, without] { try await recognizer.expect(ExpectationTests.context) }
            let (marked, plain) = (
                try await with.recognize(utterance), try await without.recognize(utterance)
            )
            #expect(marked.map(\.text) == plain.map(\.text))
            #expect(marked.map(\.time) == plain.map(\.time))
            #expect(!plain.contains { $0.isUncertain })
            #expect(plain.compactMap(\.confidence).allSatisfy { $0 > 0 && $0 < 1 })
        }
    }
}
