import Speech
import Synchronization

/// Hears what is being spoken, and what just was, quickly and on a thread of its own: it does not wait for the search for
/// better texts of what was said before.
actor WhisperGlance {
    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.whisper.glance")
    private let writer: WhisperWriter
    private var prompt: [Int] = []
    private var preview: WhisperPreview
    /// An utterance that was written down.
    private struct Draft {
        var samples: [Float]
        var heard: WhisperModel.Heard
        var writing: WhisperModel.Writing
    }

    /// The utterances that were written down last; their words may be sought later than the next one's text.
    private nonisolated let last = Mutex<[Draft]>([])
    /// Half a window takes 9 MB with the smallest model.
    private static let mostKept = 2

    init(writer: WhisperWriter) {
        self.writer = writer
        preview = WhisperPreview(windowSamples: writer.model.windowSamples)
    }

    /// Expects text like some tokens, from here on.
    func expect(_ prompt: [Int]) {
        self.prompt = prompt
        last.withLock { $0 = [] }
    }

    /// What two hearings of the open utterance agree on, the second a second of speech after the first.
    func preview(_ audio: AudioBuffer) -> String {
        if !preview.goesOn(with: audio) {
            preview = WhisperPreview(windowSamples: writer.model.windowSamples)
        }
        guard let samples = preview.take(audio) else { return preview.agreed }
        let writing: WhisperModel.Writing
        do throws(CancellationError) {
            writing = try writer.draft(samples, prompt: prompt, after: preview.tokens) {
                () throws(CancellationError) in
                if Task.isCancelled { throw CancellationError() }
            }.writing
        } catch {
            return preview.agreed
        }
        preview.tokens = writing.hypothesis.tokens
        return preview.hear(words(of: writing))
    }

    /// The text with the likeliest token each time, which is mostly the text of the last preview and a few words more.
    func text(of samples: [Float]) -> String {
        guard let draft = draft(of: samples) else { return "" }
        last.withLock { $0 = $0.suffix(Self.mostKept - 1) + [draft] }
        return words(of: draft.writing).joined(separator: " ")
    }

    /// The words of the text of an utterance, with their times; `nil` when it cannot be believed.
    func words(of utterance: Utterance) -> [Word]? {
        let samples = utterance.audio.samples
        let kept = last.withLock { last in last.first { $0.samples == samples } }
        guard let draft = kept ?? draft(of: samples), writer.isBelieved(draft.writing) else { return nil }
        _ = take(samples)
        let window = WhisperWindow([
            WhisperWindow.Piece(utterance: 0, audio: utterance.audio, speech: utterance.speech)
        ])
        let result = writer.result(draft.writing, draft.heard, isDoubtful: false)
        return window.words(of: result, vocabulary: writer.model.vocabulary)[0]
    }

    private func draft(of samples: [Float]) -> Draft? {
        guard (MelSpectrogram.hop...writer.model.windowSamples).contains(samples.count) else { return nil }
        let (writing, heard) = writer.draft(samples, prompt: prompt, after: preview.tokens) {
            () throws(Never) in
        }
        return Draft(samples: samples, heard: heard, writing: writing)
    }

    private func words(of writing: WhisperModel.Writing) -> [String] {
        WrittenWords.parts(of: writing.hypothesis, vocabulary: writer.model.vocabulary).map(\.text)
    }

    /// What was heard of samples whose text was just written down; it is not kept.
    nonisolated func take(_ samples: [Float]) -> WhisperModel.Heard? {
        last.withLock { last in
            last.firstIndex { $0.samples == samples }.map { last.remove(at: $0).heard }
        }
    }
}
