public import Audio
public import Delivery
import Signal
public import Speech

/// Hears a whole recording: the shortest way from audio to words and figures.
///
/// ```swift
/// let analyzer = AnswerAnalyzer(recognizer: try PocketSphinxRecognizer())
/// let analysis = try await analyzer.analyze(AudioFile.open(.file(path: "answer.wav")))
/// print(analysis.transcript.text, analysis.delivery.wordsPerMinute)
/// ```
/// With several recognisers, as many utterances are decoded side by side. The result is the same.
public struct AnswerAnalyzer: Sendable {
    /// What an analysis tells while it runs.
    public enum Event: Sendable, Equatable {
        /// An utterance was heard; utterances come in the order of time.
        case heard(Transcript.Segment)
        /// The audio up to this time has been read.
        case reached(seconds: Double)
    }

    private let recognizers: [any Recognizer]
    private let fillers: (any FillerMerging)?

    /// An analyser that hears with one recogniser.
    public init(recognizer: any Recognizer, fillers: Fillers = .bySound) {
        self.init(recognizers: [recognizer], fillers: fillers)
    }

    /// Where filled pauses come from.
    public enum Fillers: Sendable {
        /// From their sound and from what the recognisers heard together.
        case bySound
        /// From what the recognisers heard alone.
        case asHeard
    }

    /// An analyser that decodes as many utterances at once as there are `recognizers`, which are alike and at least
    /// one.
    public init(recognizers: [any Recognizer], fillers: Fillers = .bySound) {
        precondition(!recognizers.isEmpty, "an analyser needs a recogniser")
        self.recognizers = recognizers
        self.fillers = fillers == .bySound ? recognizers[0].fillerMerging : nil
    }

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
    ///   - audio: buffers that follow each other without a gap; the first begins at 0 s.
    ///   - onEvent: is told what is heard and how far the reading has come.
    /// - Throws: as for a file.
    public func analyze(
        _ audio: some AsyncSequence<AudioBuffer, AudioError>,
        onEvent: (Event) -> Void = { _ in }
    ) async throws -> AnswerAnalysis {
        do {
            return try await analysis(of: audio, onEvent: onEvent)
        } catch AudioError.cancelled {
            // Reading has its own word for it; to the caller a cancelled task is one thing.
            throw CancellationError()
        } catch let error as RecognitionError {
            // So have recognisers that wait for others.
            if Task.isCancelled { throw CancellationError() }
            throw error
        }
    }

    private func analysis(
        of audio: some AsyncSequence<AudioBuffer, AudioError>, onEvent: (Event) -> Void
    ) async throws -> AnswerAnalysis {
        var meter = AnswerMeter()
        let segments = try await withThrowingTaskGroup(of: UtteranceQueue.Decoded.self) { group in
            var queue = UtteranceQueue(recognizers: recognizers, fillers: fillers)
            for try await buffer in audio {
                try Task.checkCancellation()
                for case (.closed(let utterance), let pauses) in meter.process(buffer) {
                    try await queue.decode(utterance, pauses: pauses, in: &group)
                    for segment in queue.takeReady() { onEvent(.heard(segment)) }
                }
                onEvent(.reached(seconds: buffer.time.endSeconds))
            }
            for case (.closed(let utterance), let pauses) in meter.finish() {
                try await queue.decode(utterance, pauses: pauses, in: &group)
            }
            try await queue.finish(&group)
            for segment in queue.takeReady() { onEvent(.heard(segment)) }
            return queue.segments
        }
        // A source may just end when its task is cancelled; what was heard until then is no answer.
        try Task.checkCancellation()
        var remarks: [String] = []
        for recognizer in recognizers { remarks += await recognizer.takeRemarks() }
        let transcript = recognizers[0].transcript(of: segments, remarks: remarks)
        let counts = await recognizers[0].syllableCounts(of: transcript.words.map(\.text))
        return meter.analysis(of: transcript, syllablesOfWords: counts)
    }
}
