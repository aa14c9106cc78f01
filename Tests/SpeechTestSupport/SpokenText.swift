import Audio
import Speech
import Synthesis

/// Recordings of spoken texts for tests.
package enum SpokenText {
    /// Speaks a text into a WAV file, with a quiet moment before and behind it.
    package static func write(_ text: String, to path: String) async throws {
        let speech = try await EspeakSynthesizer.shared.speak(text, style: SpeakingStyle(voice: "en-us"))
        let quiet = [Float](repeating: 0.0002, count: AudioBuffer.sampleRateHz / 2)
        let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
        try await writer.append(quiet + AudioBuffer(speech).samples + quiet)
        try await writer.finish()
    }
}
