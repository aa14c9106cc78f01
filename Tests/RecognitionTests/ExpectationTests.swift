import Foundation
import Recognition
import Speech
import Synthesis
import Testing
import Vocabulary

extension EngineTests {
    /// What a recogniser hears when it knows the question.
    @Suite struct ExpectationTests {
        static let context = HearingContext(
            question: "How would you make a database query faster?",
            sampleAnswers: [
                "We looked at kubernetes first, and then we added a materialized view in postgresql."
            ],
            keyPoints: ["Adds an index on the foreign key."], terms: ["sharding"])
        static let standing = HearingContext(
            question: "How did you add a view?", sampleAnswers: ["Then we added a materialized view."])
        static let other = HearingContext(
            question: "How do you prefer to spend a holiday?",
            sampleAnswers: ["We went to Zanzibarium by the seaside."])

        /// A lexicon whose written forms no dictionary has.
        static let lexicon = Lexicon(entries: [
            LexiconEntry(
                written: "PostgreSQL",
                pronunciations: [
                    Pronunciation("P OW S T G R EH S"), Pronunciation("P OW S T G R EH S K Y UW EH L"),
                ].compactMap(\.self)),
            LexiconEntry(
                written: "Kubernetes",
                pronunciations: [Pronunciation("K UW B ER N EH T IY Z")].compactMap(\.self)
            ),
        ])

        @Test func hearsTheTermsOfAnExpectedAnswer() async throws {
            let utterance = try await Self.utterance(of: "we looked at koobernettease first")
            let recognizer = try await LoadedEngine.withInterview(expecting: Self.context)
            let words = try await recognizer.recognize(utterance).map(\.text)
            #expect(words.contains("kubernetes"), "\(words)")
        }

        /// Words that no model has but the question's, and words that the standing models have: a search is made anew for
        /// the first and goes on for the second.
        @Test(arguments: [context, standing])
        func hearsTheSameWhateverWasExpectedBefore(context: HearingContext) async throws {
            let utterance = try await Self.utterance(of: "then we added a materialized view")
            var alone: [[Word]] = []
            for context in [context, nil] {
                let recognizer = try await LoadedEngine.freshWithInterview()
                try await recognizer.expect(context)
                alone.append(try await recognizer.recognize(utterance))
            }
            #expect(
                alone[0] != alone[1], "The expectation changes nothing here: the test would not see it stay.")
            let recognizer = try await LoadedEngine.withInterview(expecting: Self.other)
            _ = try await recognizer.recognize(utterance)
            for (next, words) in [(context, alone[0]), (nil, alone[1]), (context, alone[0])] {
                try await recognizer.expect(next)
                #expect(try await recognizer.recognize(utterance) == words)
            }
        }

        @Test func knowsTheSyllablesOfAQuestionsOwnWords() async throws {
            let recognizer = try await LoadedEngine.withInterview(expecting: Self.other)
            #expect(await recognizer.syllableCounts(of: ["zanzibarium", "seaside"]) == [5, 2])
            try await recognizer.expect(Self.standing)
            #expect(await recognizer.syllableCounts(of: ["zanzibarium", "seaside"]) == [nil, 2])
        }

        /// The engine forgets no word of a question, and between words that sound alike it goes by their order.
        @Test func wordsThatSoundAlikeDoNotDependOnTheQuestionsBefore() async throws {
            let utterance = try await Self.utterance(of: "we used zorblacks for it")
            func context(_ names: String) -> HearingContext {
                HearingContext(
                    question: "What did you use?",
                    sampleAnswers: names.split(separator: " ").map { "We used \($0) for it." })
            }
            let recognizer = try await LoadedEngine.freshWithInterview()
            try await recognizer.expect(context("zorblax zorblacks"))
            let first = try await recognizer.recognize(utterance)
            for before in ["zorblacks", "zorblax"] {
                try await recognizer.expect(context(before))
                _ = try await recognizer.recognize(utterance)
                try await recognizer.expect(context("zorblax zorblacks"))
                #expect(try await recognizer.recognize(utterance) == first)
            }
            #expect(first.contains { $0.text.hasPrefix("zorbla") && !$0.text.contains("~") }, "\(first)")
        }

        @Test func hearsAWordThatOnlyTheWholeDictionaryHas() async throws {
            let utterance = try await Self.utterance(of: "she was given a corticosteroid")
            let recognizer = try await LoadedEngine.freshWithInterview(pronouncer: MutePronouncer())
            #expect(!(try await recognizer.recognize(utterance)).map(\.text).contains("corticosteroid"))
            try await recognizer.expect(HearingContext(question: "What is a corticosteroid?"))
            #expect(try await recognizer.recognize(utterance).map(\.text).contains("corticosteroid"))
        }

        @Test func expectsInTheMiddleOfAPreview() async throws {
            let utterance = try await Self.utterance(of: "a materialized view")
            let recognizer = try await LoadedEngine.withInterview(expecting: Self.context)
            let words = try await recognizer.recognize(utterance)
            try await recognizer.expect(nil)
            _ = try await recognizer.preview(utterance.audio)
            try await recognizer.expect(Self.context)
            #expect(try await recognizer.recognize(utterance) == words)
        }

        /// Texts that are no words, alone, and all kinds of those that are not words of the engine.
        @Test(arguments: [
            [""], ["   ", "..."],
            ["(((", "word(2)", "<s> </s> <sil>", "[NOISE] ++UM++", "\\data\\ \\end\\", "%s%n", "#x"],
            ["\0", String(repeating: "a", count: 5_000), "日本語 ünïcödé é", "\u{202E}abc", "🙂 🙂"],
        ])
        func survivesOddContexts(texts: [String]) async throws {
            let utterance = try await Self.utterance(of: "a small team")
            let recognizer = try await LoadedEngine.withInterview()
            let words = try await recognizer.recognize(utterance)
            try #require(!words.isEmpty)
            try await recognizer.expect(
                HearingContext(question: texts[0], sampleAnswers: texts, keyPoints: texts, terms: texts))
            _ = try await recognizer.recognize(utterance)
            try await recognizer.expect(nil)
            #expect(try await recognizer.recognize(utterance) == words)
        }

        @Test func keepsHearingWhenAnExpectationFails() async throws {
            let utterance = try await Self.utterance(of: "a materialized view")
            let recognizer = try await LoadedEngine.freshWithInterview(pronouncer: MutePronouncer())
            let words = try await recognizer.recognize(utterance)
            await #expect(throws: RecognitionError.self) {
                try await recognizer.expect(HearingContext(question: "What is a wugzorb?"))
            }
            #expect(try await recognizer.recognize(utterance) == words)
        }

        @Test func hearsWithoutAnInterviewModelToo() async throws {
            let recognizer = try await LoadedEngine.plain()
            try await recognizer.expect(Self.context)
            let words = try await recognizer.recognize(
                Self.utterance(of: "then we added a materialized view"))
            #expect(words.map(\.text).contains("materialized"), "\(words.map(\.text))")
        }

        static let texts = [
            WeightedText("We looked at the logs first. We used a database. I worked with a small team."),
            WeightedText("I would measure it first, and then I would add an index.", weight: 2),
        ]

        /// Speech of eSpeak NG at the rate of recognition, with a pause at both ends.
        static func utterance(of text: String) async throws -> Utterance {
            let speech = try await EspeakSynthesizer.shared.speak(
                text, style: SpeakingStyle(voice: "en-us", rateWordsPerMinute: 130))
            let step = Double(speech.sampleRateHz) / Double(AudioBuffer.sampleRateHz)
            let smooth = zip(speech.samples, speech.samples.dropFirst()).map { ($0 + $1) / 2 }
            let samples = (0..<Int(Double(smooth.count) / step)).map { smooth[Int(Double($0) * step)] }
            let pause = [Float](repeating: 0, count: 4_000)
            let audio = AudioBuffer(samples: pause + samples + pause)
            return Utterance(audio: audio, speech: audio.time)
        }
    }
}

/// A pronouncer whose engine does not start once a word is really new.
struct MutePronouncer: Pronouncer {
    func pronunciations(of words: [String]) async throws(SynthesisError) -> [[Pronunciation]] {
        guard !words.contains("wugzorb") else {
            throw .engineFailed(engine: "a test's pronouncer", reason: "it does not know the word")
        }
        return words.map { _ in [] }
    }
}
