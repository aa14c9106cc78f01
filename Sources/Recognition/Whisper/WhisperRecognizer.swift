import Inference
public import Speech

/// Speech recognition by a Whisper model, on this machine and a thread of its own.
///
/// It hears words well, also spontaneous ones, but leaves out filled pauses, and knows only roughly when a word was said: by
/// the place in the audio that the model heeded as it wrote the word. Together with `TextAligner` words get their times.
///
/// Utterances that follow one another are heard together, as many as fit the model's window: that costs less and is heard
/// better.
///
/// Recognisers that are made from the same model share its weights.
public actor WhisperRecognizer: Recognizer {
    /// The engine and model, for example `Whisper tiny.en`.
    public nonisolated let name: String
    /// The thread of the network, so that a long computation holds none of the pool's.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.whisper")
    private let writer: WhisperWriter
    private var prompt: [Int] = []
    /// Hears what somebody waits for.
    private let glance: WhisperGlance

    /// A recogniser that hears with a model.
    public init(model: WhisperModel, options: WhisperOptions = WhisperOptions()) {
        writer = WhisperWriter(model: model, options: options)
        name = model.name
        glance = WhisperGlance(writer: writer)
    }

    /// Expects the words of a question's answer: the question and its terms are shown to the model as if they had been
    /// said before.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        prompt = context.map { WhisperPrompt(context: $0).tokens(vocabulary: writer.model.vocabulary) } ?? []
        await glance.expect(prompt)
    }

    /// What the model hears at once.
    public nonisolated var windowSeconds: Double { AudioBuffer.seconds(writer.model.windowSamples) }

    /// The words of an utterance.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        try await recognize([utterance])[0]
    }

    /// The words of utterances, as many heard together as fit the model's window.
    public func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        var words = [[Word]](repeating: [], count: utterances.count)
        for window in WhisperWindow.windows(of: utterances, limit: writer.model.windowSamples) {
            for (piece, heard) in zip(window.pieces, hear(window)) { words[piece.utterance] += heard }
        }
        return words
    }

    /// The words of each piece of a window. Where a model goes astray or stops early, pieces are heard again one by one.
    private func hear(_ window: WhisperWindow) -> [[Word]] {
        let isSplit = window.pieces.count > 1
        var words = [[Word]](repeating: [], count: window.pieces.count)
        if let result = writer.write(
            window.samples, prompt: prompt, heard: glance.take(window.samples))
        {
            if isSplit, result.isDoubtful {
                return window.pieces.map { hear(WhisperWindow([$0]))[0] }
            }
            words = window.words(of: result, vocabulary: writer.model.vocabulary)
        }
        guard isSplit else { return words }
        for (number, piece) in window.pieces.enumerated()
        where words[number].isEmpty && piece.speech.durationSeconds >= Self.leastSpeechSeconds {
            words[number] = hear(WhisperWindow([piece]))[0]
        }
        return words
    }

    /// In shorter speech there may well be no word.
    private static let leastSpeechSeconds = 0.3

    /// The text so far: what two hearings of the open utterance agree on, the second a second of speech after the first.
    public nonisolated func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        await glance.preview(audio)
    }

    /// The text comes before the search for a better one.
    public nonisolated var hasQuickText: Bool { true }

    /// The words of the quick text, where it can be believed: nobody waits for the search for better ones.
    public nonisolated func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        if let words = await glance.words(of: utterance) { return words }
        return try await recognize(utterance)
    }

    /// The text with the likeliest token each time, which is mostly the text of the last preview and a few words more.
    public nonisolated func quickText(of utterance: Utterance) async throws(RecognitionError) -> String {
        await glance.text(of: utterance.audio.samples)
    }
}
