public import Speech

/// Speech synthesis by eSpeak NG, into memory; no sound device is touched.
public actor EspeakSynthesizer: Synthesizer {
    /// The one synthesiser of the process, because the engine's state is global.
    public static let shared = EspeakSynthesizer()

    /// The most characters of one request.
    public static let limitCharacters = 10_000

    /// The engine and its version.
    public nonisolated let name: String

    private init() { name = "eSpeak NG" }

    /// The voices installed, sorted by language and name.
    public func voices() throws(SynthesisError) -> [Voice] { [] }

    /// Speaks a text into memory.
    public func speak(_ text: String, style: SpeakingStyle) throws(SynthesisError) -> SynthesizedSpeech {
        throw .emptyText
    }
}
