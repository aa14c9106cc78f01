public import Audio
public import Delivery
import Signal
public import Speech
import Storage

/// Records an answer to a file while it is heard.
///
/// The file comes first: each buffer is written before it is heard, and the file is whole and on the disk as soon as the
/// sound has ended, whatever happens to the hearing. When the hearing falls behind, previews of unfinished utterances
/// are left out until it has caught up, and it goes on from the file when it is further behind than is held
/// (`HearingBacklog`). When it fails, or there is no recogniser, the analysis is to be made from the file.
public struct AnswerRecorder: Sendable {
    /// A finished recording.
    public struct Recording: Sendable {
        /// How long it is, in seconds.
        public var durationSeconds: Double
        /// Why it ended.
        public var reason: StopRule.Reason
        /// What was heard while it was made; `nil` when that failed or was cancelled.
        public var analysis: AnswerAnalysis?
        /// What broke the recording off; the speech until then is kept.
        public var interruption: AudioError?
    }

    /// How much sound a stopped source may still give, in seconds.
    public static let tailLimitSeconds = 3.0

    /// How far hearing may be behind before previews are left out, in seconds: what a person notices as late.
    package static let previewLagLimitSeconds = 1.0
    /// How often an unfinished utterance is shown, in seconds of speech.
    public static let previews = AnswerListener.Previews.every(seconds: 0.5)

    /// The answer was not wanted after all, and was thrown away.
    public struct Unwanted: Error {}

    private let recognizer: (any Recognizer)?
    private let options: RecordingOptions
    private let onEvent: @Sendable (RecordingEvent) -> Void

    /// A recorder that hears with `recognizer`, or only records when there is none, and tells `onEvent` what to show.
    public init(
        recognizer: (any Recognizer)?, options: RecordingOptions = RecordingOptions(),
        onEvent: @escaping @Sendable (RecordingEvent) -> Void = { _ in }
    ) {
        self.options = options
        self.recognizer = recognizer
        self.onEvent = onEvent
    }

    /// Records until the rule, the user (`isStopAsked`) or the end of the audio stops it.
    ///
    /// A device holds sound that was not read yet: `stopSource` stops it, and what it still gives then, up to
    /// `tailLimitSeconds`, belongs to the answer. An input that breaks off ends the recording; what came before it is kept as a whole file.
    ///
    /// - Parameter whenWhole: is called when the file is whole and on the disk, while the last of it is still being heard.
    /// - Throws: `AudioError` when the file cannot be written; what was written until then stays beside `path` with
    ///   the ending `.part`, as a readable WAV file. Where the source fails or ends before its first sound, its
    ///   error, `AudioError.empty` or `CancellationError`; nothing is left then. What `whenWhole` throws; the file stays then.
    public func record(
        _ source: some AsyncSequence<AudioBuffer, AudioError> & Sendable, to path: String,
        until rule: StopRule,
        isStopAsked: @Sendable () -> Bool = { false },
        stopSource: (@Sendable () async -> Void)? = nil,
        whenWhole: () async throws -> Void = {}
    ) async throws -> Recording {
        let writer =
            options.isContinued
            ? try WAVWriter(continuing: path)
            : try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz, channels: 1)
        let backlog = HearingBacklog(path: path)
        async let hearing = listen(to: backlog)

        var rule = rule
        var meter = LevelMeter()
        var reason = StopRule.Reason.endOfAudio
        var durationSeconds = 0.0
        var interruption: AudioError?
        var tailEndSeconds: Double?
        if options.isContinued {
            backlog.isThere(untilSample: AudioBuffer.sample(await writer.durationSeconds))
            let partial = WorkFolder.unfinished(path)
            for try await buffer in try await AudioFile.open(.file(path: partial)).buffers() {
                durationSeconds = buffer.time.endSeconds
                _ = rule.process(buffer)
            }
        }
        var iterator = source.makeAsyncIterator()
        defer { backlog.finish() }
        while let buffer = await next(&iterator, failure: &interruption) {
            try await writer.append(buffer.samples)
            backlog.recorded(buffer)
            durationSeconds = buffer.time.endSeconds
            let stop = rule.process(buffer)
            onEvent(
                .level(
                    meter.process(buffer), elapsedSeconds: durationSeconds,
                    silentForSeconds: rule.silentForSeconds))
            if let limit = tailEndSeconds {
                if durationSeconds >= limit { break }
            } else if let stop = isStopAsked() ? .asked : stop {
                reason = stop
                guard let stopSource else { break }
                await stopSource()
                tailEndSeconds = durationSeconds + Self.tailLimitSeconds
            }
        }
        guard await writer.durationSeconds > 0, options.isWanted() else {
            let isEmpty = await writer.durationSeconds == 0
            try await writer.discard()
            guard isEmpty else { throw Unwanted() }
            if Task.isCancelled || interruption == .cancelled { throw CancellationError() }
            throw interruption ?? .empty(path: path)
        }
        // The last utterance is heard while the file is brought to the disk.
        backlog.finish()
        try await writer.finish()
        try await whenWhole()
        let analysis = await hearing
        // A cancelled task ends the hearing early as well, so that what was heard may be a part only.
        let isPart = Task.isCancelled || interruption == .cancelled || backlog.isTorn
        return Recording(
            durationSeconds: durationSeconds, reason: reason, analysis: isPart ? nil : analysis,
            interruption: interruption)
    }

    /// The next buffer; `nil` at the end, and where the input breaks off, which is then the `failure`.
    private func next<Source: AsyncIteratorProtocol>(
        _ iterator: inout Source, failure: inout AudioError?
    ) async -> AudioBuffer? where Source.Element == AudioBuffer, Source.Failure == AudioError {
        do throws(AudioError) {
            return try await iterator.next(isolation: #isolation)
        } catch {
            failure = error
            return nil
        }
    }

    /// Hears what is recorded to its end; `nil` when that fails.
    private func listen(to backlog: HearingBacklog) async -> AnswerAnalysis? {
        defer { backlog.end() }
        guard let recognizer else { return nil }
        let previews = options.previews
        var listener = AnswerListener(
            recognizer: recognizer, previews: previews, onNews: { backlog.bringNews() })
        var isQuiet = false
        var hasFailed = false
        for await buffer in backlog {
            let isBehind = backlog.seconds(behind: buffer) > Self.previewLagLimitSeconds
            if (isBehind || !options.arePreviewsWanted()) != isQuiet {
                isQuiet.toggle()
                listener.previews = isQuiet ? .off : previews
            }
            do {
                for event in try await listener.process(buffer) { onEvent(.heard(event)) }
                if let delivery = listener.delivery() { onEvent(.delivery(delivery)) }
            } catch {
                hasFailed = true
                break
            }
        }
        guard !hasFailed, !Task.isCancelled, let texts = try? await listener.end() else {
            await listener.cancel()
            return nil
        }
        for event in texts { onEvent(.heard(event)) }
        guard let (events, analysis) = try? await listener.finish() else {
            await listener.cancel()
            return nil
        }
        for event in events { onEvent(.heard(event)) }
        return analysis
    }
}
