public import Audio
public import Delivery
public import Speech

/// Hears a whole recording from a file: the shortest way from audio to words and figures.
///
/// ```swift
/// let analyzer = AnswerAnalyzer(recognizer: try PocketSphinxRecognizer())
/// let analysis = try await analyzer.analyze(AudioFile.open(.file(path: "answer.wav")))
/// print(analysis.transcript.text, analysis.delivery.wordsPerMinute)
/// ```
public struct AnswerAnalyzer: Sendable {
    private let recognizer: any Recognizer

    /// An analyser that hears with `recognizer`.
    public init(recognizer: any Recognizer) { self.recognizer = recognizer }

    /// Hears one channel of a file, or all of them mixed.
    ///
    /// - Parameter onEvent: is told what is heard and how far the reading has come, in seconds.
    /// - Throws: `AudioError` when the audio cannot be read to its end, `RecognitionError` when the recogniser
    ///   fails, `CancellationError` when the task was cancelled.
    public func analyze(
        _ file: AudioFile, channel: Channel = .mix,
        onEvent: (ListenerEvent, _ reachedSeconds: Double) -> Void = { _, _ in }
    ) async throws -> AnswerAnalysis {
        var listener = AnswerListener(recognizer: recognizer)
        var reachedSeconds = 0.0
        for try await buffer in try file.buffers(channel) {
            try Task.checkCancellation()
            reachedSeconds = buffer.time.endSeconds
            for event in try await listener.process(buffer) { onEvent(event, reachedSeconds) }
        }
        let (events, analysis) = try await listener.finish()
        for event in events { onEvent(event, reachedSeconds) }
        return analysis
    }
}
