public import Speech

/// Speech synthesis by eSpeak NG, into memory; no sound device is touched.
///
/// ```swift
/// let speech = try await EspeakSynthesizer.shared.speak("Tell me about yourself.", style: SpeakingStyle())
/// ```
///
/// The same text in the same style gives the same words whatever was spoken before, but not quite the same samples: the engine goes
/// on from the phase of the voice that it ended with, and its pauses depend a little on what it said before, also in other
/// languages. Nothing it offers starts it anew. Measured with eSpeak NG 1.51, six seconds differ by 0.02 s nearly always and by
/// 0.12 s at most. Calls from many tasks wait for each other on the engine's own thread.
public actor EspeakSynthesizer: Synthesizer {
    /// The one synthesiser of the process, because the engine's state is global.
    public static let shared = EspeakSynthesizer()

    /// The most characters of one request; `Passages` cuts a longer text.
    public static let limitCharacters = 5_000
    /// The longest speech of one request, in seconds: markup can ask for pauses of any length.
    public static let limitSeconds = 1_200
    /// The engine and its version, for example `eSpeak NG 1.51`.
    public nonisolated let name: String
    /// The thread of the engine, so that a long text holds none of the pool's.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.synthesis.espeak")
    private var started: EspeakEngine?
    /// The voice whose phonemes were asked for last; `nil` when something was spoken since.
    private var chosen: Voice?

    private init() { name = "\(EspeakEngine.name) \(EspeakEngine.version)" }

    /// The voices installed, sorted by language and name.
    ///
    /// - Throws: `SynthesisError.engineFailed` when the engine does not start.
    public func voices() throws(SynthesisError) -> [Voice] { try engine().voices.map(\.voice) }

    /// The voice, and its variant, that a name, a language or an identifier asks for.
    ///
    /// - Throws: `SynthesisError.unknownVoice` when there is none, `engineFailed` when the engine does not start.
    func voice(_ wanted: String) throws(SynthesisError) -> (voice: Voice, variant: String?) {
        let engine = try engine()
        let parts = wanted.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let variant = parts.count == 2 ? parts[1] : nil
        guard let voice = InstalledVoice.named(parts[0], among: engine.voices),
            variant.map(engine.variants.contains) ?? true
        else { throw .unknownVoice(wanted) }
        return (voice, variant)
    }

    /// Speaks a text into memory.
    ///
    /// The voice is asked for by name, language or identifier, in any case, and may be followed by `+` and a variant:
    /// `en-gb+f3` is a woman's voice. The words come as written in the text, without the punctuation at their ends;
    /// their times leave out the pauses after them.
    ///
    /// - Throws: `SynthesisError` when there is nothing to say (punctuation alone is nothing), the text or its speech is
    ///   too long, the pace or pitch is out of range, the voice is unknown, the SSML is malformed or the engine fails.
    public func speak(_ text: String, style: SpeakingStyle) throws(SynthesisError) -> SynthesizedSpeech {
        try Self.check(text, style)
        let source = try SourceText(text, markup: style.markup)
        let engine = try engine()
        let (voice, variant) = try voice(style.voice)
        chosen = nil
        try engine.choose(voice, variant: variant)
        let collected = try engine.speak(
            source.text, rateWordsPerMinute: style.rateWordsPerMinute, pitch: style.pitch,
            markup: style.markup,
            limitSamples: Self.limitSeconds * engine.sampleRateHz)
        guard !collected.isOverLimit else {
            throw .engineFailed(
                engine: name, reason: "the speech is longer than \(Self.limitSeconds) s; split the text")
        }
        let times = WordTimes(
            tokens: source.tokens, marks: collected.marks, samples: collected.samples,
            sampleRateHz: engine.sampleRateHz)
        return SynthesizedSpeech(
            samples: collected.samples.map { Float($0) / 32_768 }, sampleRateHz: engine.sampleRateHz,
            words: times.words())
    }

    /// Chooses a voice to ask for phonemes, if it was not asked last.
    ///
    /// Each choice leaves an event for the next speech. Measured with eSpeak NG 1.51, its first word has no mark after 26 of them.
    func choose(_ voice: Voice) throws(SynthesisError) {
        guard chosen != voice else { return }
        chosen = nil
        try engine().choose(voice, variant: nil)
        chosen = voice
    }

    /// The engine, started at its first use.
    func engine() throws(SynthesisError) -> EspeakEngine {
        if let started { return started }
        let engine = try EspeakEngine()
        started = engine
        return engine
    }

    private static func check(_ text: String, _ style: SpeakingStyle) throws(SynthesisError) {
        // Characters as a person counts them may each hold any number of scalars, so both are limited.
        let characters = text.unicodeScalars.count
        guard characters <= limitCharacters else {
            throw .textTooLong(characters: characters, limit: limitCharacters)
        }
        guard SpeakingStyle.rates.contains(style.rateWordsPerMinute) else {
            throw .outOfRange(
                what: "pace in words a minute", value: style.rateWordsPerMinute, allowed: SpeakingStyle.rates)
        }
        guard SpeakingStyle.pitches.contains(style.pitch) else {
            throw .outOfRange(what: "pitch", value: style.pitch, allowed: SpeakingStyle.pitches)
        }
    }
}
