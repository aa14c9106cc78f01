import FoundationEssentials
import Speech
import Storage
import Testing

@Suite struct SpeechCacheTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "viva-cache-\(UUID().uuidString)").path
    private let style = SpeakingStyle()

    private func speech() -> SynthesizedSpeech {
        SynthesizedSpeech(
            samples: [0, 0.5], sampleRateHz: 22_050,
            words: [.init(text: "Why", time: TimeRange(startSeconds: 0, endSeconds: 0.3))])
    }

    @Test func findsWhatWasKeptForTheSameTextVoiceAndEngineOnly() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let cache = SpeechCache(directory: directory)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
        try cache.prepare()
        try Data("sound".utf8).write(
            to: URL(filePath: cache.recording(of: "Why?", style: style, engine: "e 1")))
        try cache.keep(speech(), text: "Why?", style: style, engine: "e 1")
        #expect(cache.note(for: "Why?", style: style, engine: "e 1")?.words == speech().words)
        #expect(cache.note(for: "Why not?", style: style, engine: "e 1") == nil)
        #expect(cache.note(for: "Why?", style: SpeakingStyle(voice: "en-us"), engine: "e 1") == nil)
        #expect(cache.note(for: "Why?", style: style, engine: "e 2") == nil)
    }

    @Test func aDamagedEntryIsNotFound() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let cache = SpeechCache(directory: directory)
        try cache.prepare()
        let recording = URL(filePath: cache.recording(of: "Why?", style: style, engine: "e 1"))
        try Data("sound".utf8).write(to: recording)
        try cache.keep(speech(), text: "Why?", style: style, engine: "e 1")
        try Data("sou".utf8).write(to: recording)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
        try FileManager.default.removeItem(at: recording)
        #expect(cache.note(for: "Why?", style: style, engine: "e 1") == nil)
    }
}
