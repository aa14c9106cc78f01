public import Delivery
import Signal
public import Speech

/// Hears an answer in one pass: buffers go in as they come, words come out as utterances end, and the end gives
/// the whole analysis, which is the fold of all that was heard.
///
/// Of the audio only the utterance that is being spoken is kept. Besides the words, memory grows with four bytes for
/// each 10 ms and one small value for each syllable: about 2 MB an hour. Whole files are
/// heard by `AnswerAnalyzer`, which gives the same words and may use several recognisers at once.
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
    public var previews: Previews {
        didSet { unpreviewed = AudioBuffer(samples: []) }
    }
    private var meter = AnswerMeter()
    private var segments: [Transcript.Segment] = []
    private var unpreviewed = AudioBuffer(samples: [])
    /// The utterance whose text was told.
    private var told: Utterance?
    /// What hears beside the reading, for somebody who waits and a recogniser that has the text before the words.
    private let live: LiveHearing?

    /// A listener for one recording.
    public init(recognizer: any Recognizer, previews: Previews = .off) {
        self.recognizer = recognizer
        self.previews = previews
        if case .every = previews, recognizer.hasQuickText {
            live = LiveHearing(recognizer: recognizer)
        } else {
            live = nil
        }
    }

    /// Takes the next audio of the recording.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func process(_ buffer: AudioBuffer) async throws(RecognitionError) -> [ListenerEvent] {
        let heard = try live?.take() ?? []
        return heard + (try await handle(meter.process(buffer)))
    }

    /// Ends the recording. Of a last open utterance it tells the text when the words take longer; `finish` has them.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func end() async throws(RecognitionError) -> [ListenerEvent] {
        let heard = try live?.take() ?? []
        return heard + (try await handle(meter.finish()))
    }

    /// Ends the recording, unless `end` did: the words of a last open utterance, and the analysis of everything.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func finish() async throws(RecognitionError) -> (
        events: [ListenerEvent], analysis: AnswerAnalysis
    ) {
        var events = meter.isOver ? [] : try await end()
        if let live {
            segments = await live.finish()
            events += try live.take()
        }
        let remarks = await recognizer.takeRemarks()
        return (events, meter.analysis(of: recognizer.transcript(of: segments, remarks: remarks)))
    }

    private mutating func handle(
        _ events: [SegmenterEvent]
    ) async throws(RecognitionError) -> [ListenerEvent] {
        var heard: [ListenerEvent] = []
        for event in events {
            switch event {
            case .opened(let seconds):
                unpreviewed = AudioBuffer(samples: [])
                heard.append(.speechStarted(atSeconds: seconds))
            case .extended(let audio):
                if let text = try await preview(audio) { heard.append(.preview(text)) }
            case .paused(let utterance):
                heard += try await tell(utterance)
            case .closed(let utterance):
                let pauses = meter.takePauses(in: utterance)
                if let live {
                    heard += try await tell(utterance)
                    live.hear(utterance, pauses: pauses)
                } else {
                    let segment = try await recognizer.segment(of: utterance, pauses: pauses)
                    segments.append(segment)
                    heard.append(.segment(segment))
                }
            }
        }
        return heard
    }

    /// Tells the text of an utterance that is over or seems to be, once, to somebody who waits.
    private mutating func tell(_ utterance: Utterance) async throws(RecognitionError) -> [ListenerEvent] {
        guard let live, case .every = previews, told != utterance else { return [] }
        await live.stopPreview()
        told = utterance
        return [.text(try await recognizer.quickText(of: utterance))]
    }

    /// The text so far, each time enough new audio has come.
    private mutating func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String? {
        guard case .every(let seconds) = previews else { return nil }
        if unpreviewed.samples.isEmpty { unpreviewed.startSample = audio.startSample }
        unpreviewed.samples += audio.samples
        guard unpreviewed.time.durationSeconds >= seconds, live?.isPreviewing != true else { return nil }
        defer { unpreviewed = AudioBuffer(samples: [], startSample: unpreviewed.endSample) }
        guard let live else { return try await recognizer.preview(unpreviewed) }
        live.preview(unpreviewed)
        return nil
    }
}
