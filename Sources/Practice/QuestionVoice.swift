import Audio
public import FoundationEssentials
public import Speech
public import Storage

/// Speaks questions for whoever asks to hear them: those of banks once for a text and a voice.
public actor QuestionVoice {
    /// A text that was spoken.
    public struct Spoken: Sendable {
        /// Where its sound is.
        public enum Content: Sendable {
            /// In a file that others use as well.
            case file(path: String)
            /// Here.
            case bytes([UInt8])
        }

        /// The sound, as WAV.
        public let content: Content
        /// How many bytes it has.
        public let sizeBytes: Int
        /// When each word is spoken.
        public let words: [SynthesizedSpeech.SpokenWord]
        /// Who spoke it.
        public let engine: String
        /// When it was spoken.
        public let date: Date
    }

    private let speaker: QuestionSpeaker
    private let cache: SpeechCache
    /// What is just being spoken, by the files it goes into.
    private var speaking: [String: Task<SpeechCache.Note, any Error>] = [:]

    /// A voice that keeps what it said.
    public init(synthesizer: any Synthesizer, cache: SpeechCache) {
        speaker = QuestionSpeaker(synthesizer: synthesizer, cache: cache)
        self.cache = cache
    }

    /// A text, spoken.
    ///
    /// - Parameter isPrivate: whether it may hold what somebody answered: then it is not kept.
    /// - Throws: `SynthesisError`, `AudioError`, `StorageError`.
    public func speak(
        _ text: String, style: SpeakingStyle, isPrivate: Bool = false
    ) async throws -> Spoken {
        let engine = speaker.synthesizer.name
        guard !isPrivate else {
            let speech = try await speaker.synthesizer.speak(text, style: style)
            let path = "\(cache.directory)/.\(UUID().uuidString.lowercased()).wav"
            try cache.prepare()
            defer { try? FileManager.default.removeItem(atPath: path) }
            try await speaker.write(speech, to: path)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            return Spoken(
                content: .bytes(bytes), sizeBytes: bytes.count, words: speech.words, engine: engine,
                date: Date())
        }
        let path = cache.recording(of: text, style: style, engine: engine)
        let note = try await note(text, style, path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return Spoken(
            content: .file(path: path), sizeBytes: note.bytes, words: note.words, engine: engine,
            date: attributes[.modificationDate] as? Date ?? Date())
    }

    /// Of several who want to hear the same at once, all wait for one who speaks.
    private func note(
        _ text: String, _ style: SpeakingStyle, _ path: String
    ) async throws -> SpeechCache.Note {
        if let task = speaking[path] { return try await task.value }
        let task = Task { [speaker, cache] in try await speaker.keep(text, style: style, in: cache) }
        speaking[path] = task
        defer { speaking[path] = nil }
        return try await task.value
    }
}
