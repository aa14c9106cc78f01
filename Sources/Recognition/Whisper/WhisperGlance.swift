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
    /// The samples of the utterances that were written down last, and what was heard in them; their words may be sought
    /// later than the next one's text.
    private nonisolated let last = Mutex<[(samples: [Float], heard: WhisperModel.Heard)]>([])
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
        guard (MelSpectrogram.hop...writer.model.windowSamples).contains(samples.count) else { return "" }
        let (writing, heard) = writer.draft(samples, prompt: prompt, after: preview.tokens) {
            () throws(Never) in
        }
        last.withLock { $0 = $0.suffix(Self.mostKept - 1) + [(samples, heard)] }
        return words(of: writing).joined(separator: " ")
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
