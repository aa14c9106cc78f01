/// Turns text into speech.
public protocol Synthesizer: Sendable {
    /// The engine, as a reader of a report should see it, for example `eSpeak NG 1.51`.
    var name: String { get }

    /// Speaks a text into memory.
    ///
    /// - Throws: `SynthesisError` when the text is empty or too long, the voice is unknown or the engine fails.
    func speak(_ text: String, style: SpeakingStyle) async throws(SynthesisError) -> SynthesizedSpeech
}
