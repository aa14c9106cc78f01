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

    /// Hears a file with all its channels mixed.
    ///
    /// - Throws: `AudioError` when the audio cannot be read to its end, `RecognitionError` when the recogniser
    ///   fails, `CancellationError` when the task was cancelled.
    public func analyze(_ file: AudioFile) async throws -> AnswerAnalysis {
        try await analyze(file.buffers())
    }

    /// Hears one channel of a recording.
    ///
    /// - Parameters:
    ///   - audio: buffers that follow each other without a gap.
    ///   - onEvent: is told what is heard and how far the reading has come, in seconds.
    /// - Throws: as for a file.
    public func analyze(
        _ audio: some AsyncSequence<AudioBuffer, AudioError>,
        onEvent: (Event) -> Void = { _ in }
    ) async throws -> AnswerAnalysis {
        var listener = AnswerListener(recognizer: recognizer)
        for try await buffer in audio {
            try Task.checkCancellation()
            for event in try await listener.process(buffer) { onEvent(.heard(event)) }
            onEvent(.reached(seconds: buffer.time.endSeconds))
        }
        let (events, analysis) = try await listener.finish()
        for event in events { onEvent(.heard(event)) }
        return analysis
    }

    /// What an analysis tells while it runs.
    public enum Event: Sendable, Equatable {
        /// Something was heard.
        case heard(ListenerEvent)
        /// The audio up to this time has been heard.
        case reached(seconds: Double)
    }
}
