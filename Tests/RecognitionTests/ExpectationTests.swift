import Foundation
import Recognition
import Speech
import Synthesis
import Testing
import Vocabulary

/// What a recogniser hears when it knows the question.
@Suite struct ExpectationTests {
    static let context = HearingContext(
        question: "How would you make a database query faster?",
        sampleAnswers: [
            "We looked at kubernetes first, and then we added a materialized view in postgresql."
        ],
        keyPoints: ["Adds an index on the foreign key."], terms: ["sharding"])
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
            written: "Kubernetes", pronunciations: [Pronunciation("K UW B ER N EH T IY Z")].compactMap(\.self)
        ),
    ])

    @Test func hearsTheTermsOfAnExpectedAnswer() async throws {
        let utterance = try await Self.utterance(of: "we looked at koobernettease first")
        let recognizer = try await Self.recognizer()
        try await recognizer.expect(Self.context)
        let words = try await recognizer.recognize(utterance).map(\.text)
        #expect(words.contains("kubernetes"), "\(words)")
    }

    @Test func hearsTheSameWhateverWasExpectedBefore() async throws {
        let utterances = [
            try await Self.utterance(of: "then we added a materialized view"),
            try await Self.utterance(of: "I worked with a small team for about three years"),
        ]
        var alone: [[[Word]]] = []
        for context in [Self.context, Self.other, nil] {
            let recognizer = try await Self.recognizer()
            try await recognizer.expect(context)
            alone.append([])
            for utterance in utterances {
                alone[alone.count - 1].append(try await recognizer.recognize(utterance))
            }
        }
        let recognizer = try await Self.recognizer()
        for (number, context) in [
            (1, Self.other), (0, Self.context), (2, nil), (0, Self.context), (1, Self.other),
        ] {
            try await recognizer.expect(context)
            for (utterance, words) in zip(utterances, alone[number]) {
                #expect(try await recognizer.recognize(utterance) == words)
            }
        }
    }

    @Test func expectsInTheMiddleOfAPreview() async throws {
        let utterance = try await Self.utterance(of: "then we added a materialized view")
        let recognizer = try await Self.recognizer()
        try await recognizer.expect(Self.context)
        let words = try await recognizer.recognize(utterance)
        try await recognizer.expect(nil)
        _ = try await recognizer.preview(utterance.audio)
        try await recognizer.expect(Self.context)
        #expect(try await recognizer.recognize(utterance) == words)
    }

    @Test func survivesOddContexts() async throws {
        let utterance = try await Self.utterance(of: "I worked with a small team")
        let recognizer = try await Self.recognizer()
        let words = try await recognizer.recognize(utterance)
        try #require(!words.isEmpty)
        let odd = [
            "", "   ", "...", "(((", "word(2)", "<s> </s> <sil>", "[NOISE] ++UM++", "\\data\\ \\end\\",
            "%s%n", "#x",
            "\0", String(repeating: "a", count: 5_000), "日本語 ünïcödé é", "\u{202E}abc", "🙂 🙂",
        ]
        for text in odd {
            try await recognizer.expect(
                HearingContext(question: text, sampleAnswers: [text], keyPoints: [text], terms: [text]))
            _ = try await recognizer.recognize(utterance)
        }
        try await recognizer.expect(nil)
        #expect(try await recognizer.recognize(utterance) == words)
    }

    @Test func keepsHearingWhenAnExpectationFails() async throws {
        let utterance = try await Self.utterance(of: "then we added a materialized view")
        let interview = try await InterviewModel(
            texts: Self.texts, lexicon: Self.lexicon, pronouncer: MutePronouncer(), cacheFolder: Self.folder()
        )
        let recognizer = try PocketSphinxRecognizer(interview: interview)
        let words = try await recognizer.recognize(utterance)
        await #expect(throws: RecognitionError.self) {
            try await recognizer.expect(HearingContext(question: "What is a wugzorb?"))
        }
        #expect(try await recognizer.recognize(utterance) == words)
    }

    @Test func hearsWithoutAnInterviewModelToo() async throws {
        let recognizer = try PocketSphinxRecognizer()
        try await recognizer.expect(Self.context)
        let words = try await recognizer.recognize(Self.utterance(of: "then we added a materialized view"))
        #expect(words.map(\.text).contains("materialized"), "\(words.map(\.text))")
    }

    static let texts = [
        WeightedText("We looked at the logs first. We used a database. I worked with a small team."),
        WeightedText("I would measure it first, and then I would add an index.", weight: 2),
    ]

    static func recognizer() async throws -> PocketSphinxRecognizer {
        let interview = try await InterviewModel(
            texts: texts, lexicon: lexicon, pronouncer: EspeakSynthesizer.shared, cacheFolder: folder())
        return try PocketSphinxRecognizer(interview: interview)
    }

    static func folder() -> String {
        FileManager.default.temporaryDirectory.path + "/viva-interview-tests"
    }

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

/// A pronouncer whose engine does not start once a word is really new.
struct MutePronouncer: Pronouncer {
    func pronunciations(of words: [String]) async throws(SynthesisError) -> [[Pronunciation]] {
        guard !words.contains("wugzorb") else {
            throw .engineFailed(engine: "a test's pronouncer", reason: "it does not know the word")
        }
        return words.map { _ in [] }
    }
}
