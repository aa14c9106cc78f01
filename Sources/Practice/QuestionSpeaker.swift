import Audio
import Speech
import Storage

/// Speaks questions into files, each once for a text and a voice when there is a cache.
struct QuestionSpeaker: Sendable {
    let synthesizer: any Synthesizer
    let cache: SpeechCache?

    /// Speaks `text` into a WAV file at `path`.
    func speak(_ text: String, style: SpeakingStyle, to path: String) async throws {
        guard let cache else {
            try await write(synthesizer.speak(text, style: style), to: path)
            return
        }
        let engine = synthesizer.name
        let recording = cache.recording(of: text, style: style, engine: engine)
        if cache.note(for: text, style: style, engine: engine) == nil {
            try cache.prepare()
            let speech = try await synthesizer.speak(text, style: style)
            try await write(speech, to: recording)
            try cache.keep(speech, text: text, style: style, engine: engine)
        }
        try DurableFile.copy(recording, to: path)
    }

    private func write(_ speech: SynthesizedSpeech, to path: String) async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: speech.sampleRateHz, ifExists: .replace)
        try await writer.append(speech.samples)
        try await writer.finish()
    }
}
