import FoundationEssentials
import Speech
import Storage
import TestSupport
import Testing

@Suite struct SpeechCacheTests {
    private let scratch: TestFolder
    private var directory: String { scratch.file("cache") }
    private let style = SpeakingStyle()

    init() throws { scratch = try TestFolder() }

    private func speech() -> SynthesizedSpeech {
        SynthesizedSpeech(
            samples: [0, 0.5], sampleRateHz: 22_050,
            words: [.init(text: "Why", time: TimeRange(startSeconds: 0, endSeconds: 0.3))])
    }

    @Test func findsWhatWasKeptForTheSameTextVoiceAndEngineOnly() throws {
        let cache = SpeechCache(directory: directory)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
        try cache.prepare()
        try TestFile.write("sound", to: cache.recording(of: "Why?", style: style, engine: "e 1"))
        try cache.keep(speech(), text: "Why?", style: style, engine: "e 1")
        #expect(cache.note(for: "Why?", style: style, engine: "e 1")?.words == speech().words)
        #expect(cache.note(for: "Why not?", style: style, engine: "e 1") == nil)
        #expect(cache.note(for: "Why?", style: SpeakingStyle(voice: "en-us"), engine: "e 1") == nil)
        #expect(cache.note(for: "Why?", style: style, engine: "e 2") == nil)
    }

    @Test func aDamagedEntryIsNotFound() throws {
        let cache = SpeechCache(directory: directory)
        try cache.prepare()
        let recording = cache.recording(of: "Why?", style: style, engine: "e 1")
        try TestFile.write("sound", to: recording)
        try cache.keep(speech(), text: "Why?", style: style, engine: "e 1")
        try TestFile.write("sou", to: recording)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
        try FileManager.default.removeItem(atPath: recording)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
    }
}
