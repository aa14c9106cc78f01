import Speech
import Synchronization
import Synthesis

/// eSpeak NG, with a count of how often it was asked to speak.
final class CountingSynthesizer: Synthesizer {
    private let count = Mutex(0)

    var calls: Int { count.withLock { $0 } }
    var name: String { EspeakSynthesizer.shared.name }

    func speak(_ text: String, style: SpeakingStyle) async throws(SynthesisError) -> SynthesizedSpeech {
        count.withLock { $0 += 1 }
        return try await EspeakSynthesizer.shared.speak(text, style: style)
    }
}
