public import Delivery
import Signal
public import Speech

/// Hears an answer in one pass: buffers go in as they come, words come out as utterances end, and the end gives
/// the whole analysis, which is the fold of all that was heard.
///
/// Of the audio only what is being spoken is kept, and what is still being heard: up to a minute that waits, and an utterance
/// or two beside it. Besides the words, memory grows with twenty bytes for each 10 ms and one small value for each
/// syllable: about 7 MB an hour. Whole files are
/// heard by `AnswerAnalyzer`, which may use several recognisers at once and gives the same words, except that a recogniser which
/// hears several utterances at once hears them better so, and that one which hears along with previews hears shorter utterances.
///
/// A listener is for one recording: copies of one that has begun would share what it hears.
public struct AnswerListener: Sendable {
    /// Whether the text of an unfinished utterance is wanted. It costs a second decoding pass.
    public enum Previews: Sendable {
        /// Only final words: for files.
        case off
        /// The text so far about once in so many seconds of speech: for people who are speaking.
        case every(seconds: Double)
    }

    private let recognizer: any Recognizer
    /// Which previews are wanted from here on; a live caller that has fallen behind turns them off for a while.
    /// A recogniser that makes them beside the reading holds nothing up, and goes on with them.
    public var previews: Previews {
        didSet { if live == nil, along == nil { unpreviewed = AudioBuffer(samples: []) } }
    }
    private var meter: AnswerMeter
    private var segments: [Transcript.Segment] = []
    /// The words heard so far.
    private var words: [Word] = []
    /// Up to where that is everything, in seconds.
    private var heardUntilSeconds = 0.0
    private var unpreviewed = AudioBuffer(samples: [])
    /// The utterance whose text was told.
    private var told: Utterance?
    /// Before this sample a preview would take back what was just told.
    private var firstPreviewSample = 0
    private var failure: RecognitionError?
    /// What hears beside the reading, for somebody who waits and a recogniser that has the text before the words.
    private let live: LiveHearing?
    private let livePreviewSeconds: Double?
    /// What hears beside the reading, for somebody who waits and a recogniser that hears along.
    private let along: AlongHearing?

    /// A listener for one recording.
    ///
    /// - Parameter onNews: is called when something was heard beside the reading that `process` tells next, so that it need not wait for
    ///   sound: a buffer without samples fetches it. It may be called on any thread.
    public init(
        recognizer: any Recognizer, previews: Previews = .off, onNews: @escaping @Sendable () -> Void = {}
    ) {
        self.recognizer = recognizer
        self.previews = previews
        var seconds: Double?
        if case .every(let every) = previews { seconds = every }
        if let seconds, recognizer.hearsAlong {
            along = AlongHearing(recognizer: recognizer, previewSeconds: seconds, onNews: onNews)
        } else {
            along = nil
        }
        livePreviewSeconds = along == nil && recognizer.hasQuickText ? seconds : nil
        live = livePreviewSeconds.map { _ in LiveHearing(recognizer: recognizer, onNews: onNews) }
        meter = AnswerMeter(utterances: along != nil ? .along : live != nil ? .live : .init())
    }

    /// Takes the next audio of the recording. Buffers follow each other without a gap; the first begins at 0 s.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func process(_ buffer: AudioBuffer) async throws(RecognitionError) -> [ListenerEvent] {
        let heard = take(try takeHeard())
        return heard + (try await handle(meter.process(buffer)))
    }

    /// Ends the recording. Of a last open utterance it tells the text when the words take longer; `finish` has them.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func end() async throws(RecognitionError) -> [ListenerEvent] {
        let heard = take(try takeHeard())
        return heard + (meter.isOver ? [] : try await handle(meter.finish()))
    }

    /// Ends the recording, unless `end` did: the words of a last open utterance, and the analysis of everything.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails, or failed before.
    public mutating func finish() async throws(RecognitionError) -> (
        events: [ListenerEvent], analysis: AnswerAnalysis
    ) {
        if let failure { throw failure }
        var events = try await end()
        if live != nil || along != nil {
            if let live { segments = try await live.finish() }
            if let along { segments = try await along.finish() }
            events += take(try takeHeard())
        }
        let remarks = await recognizer.takeRemarks()
        let transcript = recognizer.transcript(of: segments, remarks: remarks)
        let counts = await recognizer.syllableCounts(of: transcript.words.map(\.text))
        return (events, meter.analysis(of: transcript, syllablesOfWords: counts))
    }

    /// How the answer is going, when at least 0.2 s of audio have come since the last call that said so; else `nil`. After `finish` it
    /// is what the report says.
    public mutating func delivery() -> LiveDelivery? {
        meter.live(words: words, heardUntilSeconds: heardUntilSeconds)
    }

    /// Gives the recording up: nothing is heard of it any more, and the recogniser is free.
    public func cancel() async {
        await live?.cancel()
        await along?.cancel()
        _ = await recognizer.takeRemarks()
    }

    private func takeHeard() throws(RecognitionError) -> [ListenerEvent] {
        if let live { return try live.take() }
        if let along { return try along.take() }
        return []
    }

    /// Takes note of the words in what was heard.
    private mutating func take(_ events: [ListenerEvent]) -> [ListenerEvent] {
        for case .segment(let segment) in events {
            words += segment.words
            heardUntilSeconds = segment.time.endSeconds
        }
        return events
    }

    private mutating func handle(
        _ events: [UtteranceCutter.Event]
    ) async throws(RecognitionError) -> [ListenerEvent] {
        do throws(RecognitionError) {
            var heard: [ListenerEvent] = []
            for (event, pauses) in events { heard += try await handle(event, pauses: pauses) }
            return heard
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func handle(
        _ event: SegmenterEvent, pauses: [FilledPause]
    ) async throws(RecognitionError) -> [ListenerEvent] {
        if let along { return await hear(event, pauses: pauses, by: along) }
        switch event {
        case .opened(let seconds):
            unpreviewed = AudioBuffer(samples: [])
            return [.speechStarted(atSeconds: seconds)]
        case .extended(let audio):
            return try await preview(audio).map { [.preview($0, untilSeconds: audio.time.endSeconds)] } ?? []
        case .paused(let utterance):
            return await tell(utterance)
        case .closed(let utterance):
            guard let live else {
                let segment = try await recognizer.segment(of: utterance, pauses: pauses)
                segments.append(segment)
                return take([.segment(segment)])
            }
            await live.stopPreview()
            let text = await tell(utterance)
            if meter.isOver {
                live.hearLast(utterance, pauses: pauses)
            } else {
                await live.hear(utterance, pauses: pauses)
            }
            return text
        }
    }

    private func hear(
        _ event: SegmenterEvent, pauses: [FilledPause], by along: AlongHearing
    ) async -> [ListenerEvent] {
        switch event {
        case .opened(let seconds):
            along.begin()
            return [.speechStarted(atSeconds: seconds)]
        case .extended(let audio): along.hear(audio)
        case .paused: break
        case .closed(let utterance): await along.end(utterance, pauses: pauses)
        }
        return []
    }

    /// Tells the text of an utterance that is over or seems to be, once, to somebody who waits.
    private mutating func tell(_ utterance: Utterance) async -> [ListenerEvent] {
        guard let live, told != utterance else { return [] }
        await live.stopPreview()
        told = utterance
        firstPreviewSample = utterance.audio.endSample + AudioBuffer.sampleRateHz
        // As with a preview: the words come, or the reason why they do not.
        guard let text = try? await recognizer.quickText(of: utterance) else { return [] }
        return [.text(text)]
    }

    /// The text so far, each time enough new audio has come.
    private mutating func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String? {
        guard let seconds = previewSeconds else { return nil }
        if unpreviewed.samples.isEmpty { unpreviewed.startSample = audio.startSample }
        unpreviewed.samples += audio.samples
        guard unpreviewed.time.durationSeconds >= seconds, live?.isPreviewing != true,
            unpreviewed.endSample >= firstPreviewSample
        else { return nil }
        defer { unpreviewed = AudioBuffer(samples: [], startSample: unpreviewed.endSample) }
        guard let live else { return try await recognizer.preview(unpreviewed) }
        live.preview(unpreviewed)
        return nil
    }

    private var previewSeconds: Double? {
        if let livePreviewSeconds { return livePreviewSeconds }
        guard case .every(let seconds) = previews else { return nil }
        return seconds
    }
}
