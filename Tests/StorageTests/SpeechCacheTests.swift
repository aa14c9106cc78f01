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

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func nobodyElseMayReadWhatIsKept() throws {
        let cache = SpeechCache(directory: directory)
        try cache.prepare()
        #expect(try permissions(directory) == 0o700)
        let recording = cache.recording(of: "Why?", style: style, engine: "e 1")
        try TestFile.write("sound", to: recording)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: recording)
        try cache.keep(speech(), text: "Why?", style: style, engine: "e 1")
        #expect(try permissions(recording) == 0o600)
        #expect(try permissions(recording + ".json") == 0o600)
    }

    @Test func whatAnOlderVersionLeftOpenIsClosed() throws {
        let recording = try scratch.write("sound", to: "cache/0.wav")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: recording)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: directory)
        // What is not a file of the cache is left as it is.
        let folder = try scratch.folder("cache/other")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        try SpeechCache(directory: directory).prepare()
        #expect(try permissions(recording) == 0o600)
        #expect(try permissions(directory) == 0o700)
        #expect(try permissions(folder) == 0o755)
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
