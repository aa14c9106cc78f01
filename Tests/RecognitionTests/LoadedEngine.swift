import Foundation
import Recognition
import Speech
import Synthesis
import Vocabulary

/// Recognisers that tests share where none needs one that is fresh.
enum LoadedEngine {
    private static let opened = Result { try PocketSphinxRecognizer() }
    private static let prepared = Task { try await freshWithInterview() }

    /// One that expects nothing.
    static func plain() async throws -> PocketSphinxRecognizer {
        let recognizer = try opened.get()
        try await recognizer.expect(nil)
        return recognizer
    }

    /// One that knows the interviews of `ExpectationTests`, and expects `context` or nothing.
    static func withInterview(expecting context: HearingContext? = nil) async throws -> PocketSphinxRecognizer
    {
        let recognizer = try await prepared.value
        try await recognizer.expect(context)
        return recognizer
    }

    /// A new one with the same interviews.
    static func freshWithInterview() async throws -> PocketSphinxRecognizer {
        try await freshWithInterview(pronouncer: EspeakSynthesizer.shared)
    }

    static func freshWithInterview(pronouncer: any Pronouncer) async throws -> PocketSphinxRecognizer {
        let interview = try await InterviewModel(
            texts: EngineTests.ExpectationTests.texts, lexicon: EngineTests.ExpectationTests.lexicon,
            pronouncer: pronouncer,
            cacheFolder: FileManager.default.temporaryDirectory.path + "/viva-interview-tests")
        return try PocketSphinxRecognizer(interview: interview)
    }
}
