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

    /// A listener for one recording.
    public init(recognizer: any Recognizer, previews: Previews = .off) {
        self.recognizer = recognizer
        self.previews = previews
    }

    /// Takes the next audio of the recording.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func process(_ buffer: AudioBuffer) async throws(RecognitionError) -> [ListenerEvent] {
        try await handle(meter.process(buffer))
    }

    /// Ends the recording: the words of a last open utterance, and the analysis of everything.
    ///
    /// - Throws: `RecognitionError` when the recogniser fails.
    public mutating func finish() async throws(RecognitionError) -> (
        events: [ListenerEvent], analysis: AnswerAnalysis
    ) {
        let events = try await handle(meter.finish())
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
            case .closed(let utterance):
                let words = recognizer.fillerMerging.merged(
                    try await recognizer.recognize(utterance), with: meter.takePauses(in: utterance),
                    in: utterance.speech)
                let segment = Transcript.Segment(time: utterance.speech, words: words)
                segments.append(segment)
                heard.append(.segment(segment))
            }
        }
        return heard
    }

    /// The text so far, each time enough new audio has come.
    private mutating func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String? {
        guard case .every(let seconds) = previews else { return nil }
        if unpreviewed.samples.isEmpty { unpreviewed.startSample = audio.startSample }
        unpreviewed.samples += audio.samples
        guard unpreviewed.time.durationSeconds >= seconds else { return nil }
        let text = try await recognizer.preview(unpreviewed)
        unpreviewed = AudioBuffer(samples: [], startSample: unpreviewed.endSample)
        return text
    }
}
