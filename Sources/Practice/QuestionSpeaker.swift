import Audio
import Interview
import Speech
import Storage

/// Speaks questions into files, those of the bank once for a text and a voice when there is a cache.
struct QuestionSpeaker: Sendable {
    let synthesizer: any Synthesizer
    let cache: SpeechCache?

    /// Speaks the question of a turn into a WAV file at `path`. A follow-up that is not in the bank was made for one answer
    /// and may hold its words, so it is kept nowhere but there.
    func speak(_ turn: Turn, style: SpeakingStyle, to path: String) async throws {
        try await speak(turn.spokenText, style: style, cache: turn.isPrivate ? nil : cache, to: path)
    }

    private func speak(
        _ text: String, style: SpeakingStyle, cache: SpeechCache?, to path: String
    ) async throws {
        guard let cache else {
            try await write(synthesizer.speak(text, style: style), to: path)
            return
        }
        try await keep(text, style: style, in: cache)
        try DurableFile.copy(cache.recording(of: text, style: style, engine: synthesizer.name), to: path)
    }

    /// Speaks a text into a cache where that does not have it yet, and returns the note of it.
    @discardableResult
    func keep(_ text: String, style: SpeakingStyle, in cache: SpeechCache) async throws -> SpeechCache.Note {
        let engine = synthesizer.name
        if let note = cache.note(for: text, style: style, engine: engine) { return note }
        let recording = cache.recording(of: text, style: style, engine: engine)
        try cache.prepare()
        let speech = try await synthesizer.speak(text, style: style)
        try await write(speech, to: recording)
        return try cache.keep(speech, text: text, style: style, engine: engine)
    }

    func write(_ speech: SynthesizedSpeech, to path: String) async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: speech.sampleRateHz, ifExists: .replace)
        try await writer.append(speech.samples)
        try await writer.finish()
    }
}
