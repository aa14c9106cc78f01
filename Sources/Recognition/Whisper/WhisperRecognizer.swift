import Inference
public import Speech

/// Speech recognition by a Whisper model, on this machine and a thread of its own.
///
/// It hears words well, also spontaneous ones, but leaves out filled pauses, and knows only roughly when a word was said:
/// the words of an utterance stand in its speech one after the other, each as long as its letters. Together with
/// `TextAligner` they get their times.
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
    private var preview = WhisperPreview()

    /// A recogniser that hears with a model.
    public init(model: WhisperModel, options: WhisperOptions = WhisperOptions()) {
        writer = WhisperWriter(model: model, options: options)
        name = model.name
    }

    /// Expects the words of a question's answer: the question and its terms are shown to the model as if they had been
    /// said before.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        prompt = context.map { WhisperPrompt(context: $0).tokens(vocabulary: writer.model.vocabulary) } ?? []
    }

    /// The words of an utterance; of more than 30 seconds each half minute by itself.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        preview = WhisperPreview()
        let window = WhisperModel.windowSeconds * AudioBuffer.sampleRateHz
        let samples = utterance.audio.samples
        guard samples.count > window else { return words(samples, in: utterance.speech) }
        var words: [Word] = []
        let count = (samples.count + window - 1) / window
        for part in 0..<count {
            let range = part * samples.count / count..<(part + 1) * samples.count / count
            let start = utterance.audio.startSample
            let time = TimeRange(
                startSeconds: max(
                    utterance.speech.startSeconds, AudioBuffer.seconds(start + range.lowerBound)),
                endSeconds: min(utterance.speech.endSeconds, AudioBuffer.seconds(start + range.upperBound)))
            words += self.words(Array(samples[range]), in: time)
        }
        return words
    }

    private func words(_ samples: [Float], in time: TimeRange) -> [Word] {
        guard let result = writer.write(samples, prompt: prompt) else { return [] }
        let parts = WrittenWords.parts(of: result.writing.hypothesis, vocabulary: writer.model.vocabulary)
        return WrittenWords.placed(parts, in: time).map { word in
            var word = word
            word.isUncertain = result.isDoubtful
            return word
        }
    }

    /// The text so far: what two hearings of the open utterance agree on, the second a second of speech after the first.
    public func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        guard let samples = preview.take(audio.samples) else { return preview.agreed }
        let writing = writer.draft(samples, prompt: prompt)
        return preview.hear(
            WrittenWords.parts(of: writing.hypothesis, vocabulary: writer.model.vocabulary).map(\.text))
    }
}
