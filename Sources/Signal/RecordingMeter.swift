public import Speech

/// Measures all there is to measure of the sound of a recording in one pass: speech, quality, syllables, filled pauses and pitch.
///
/// It gives what its parts give by themselves, and computes what they share once.
///
/// ```swift
/// var meter = RecordingMeter()
/// for buffer in recording { handle(meter.process(buffer)) }
/// handle(meter.finish())
/// ```
///
/// Results do not depend on how the audio is cut into buffers, which must follow one another. Memory: that of the parts, twenty bytes
/// for every 10 ms, about 7 MB an hour.
public struct RecordingMeter: Sendable {
    /// Speech and utterances.
    public private(set) var segmenter: Segmenter
    /// How well the recording is made.
    public private(set) var quality = QualityMeter()
    /// The nuclei of syllables found so far, in the order of time.
    public var nuclei: [SyllableNucleus] { syllables.nuclei }
    /// The pitch of the whole recording, once it has ended; empty before.
    public private(set) var pitch = PitchTrack()
    private var filledPauses: [FilledPause] = []

    private var sound = SoundFrames()
    private var syllables = SyllableDetector()
    private var tracker = PitchTracker()
    private var detector: FilledPauseDetector

    /// A meter at the start of a recording.
    public init(
        filledPauses configuration: FilledPauseDetector.Configuration = .init(),
        utterances: Segmenter.Configuration = .init()
    ) {
        segmenter = Segmenter(configuration: utterances)
        detector = FilledPauseDetector(configuration: configuration)
    }

    /// Takes the next audio and returns what became certain of its utterances, in the order of time.
    public mutating func process(_ buffer: AudioBuffer) -> [SegmenterEvent] {
        quality.process(buffer)
        var events: [SegmenterEvent] = []
        for piece in segmenter.pieces(of: buffer) {
            let part = sound.process(piece)
            filledPauses += detector.process(part)
            syllables.process(part)
            tracker.process(part)
            events += segmenter.process(piece, part)
        }
        return events
    }

    /// Ends the recording; an utterance that is still open closes.
    public mutating func finish() -> [SegmenterEvent] {
        let part = sound.finish()
        filledPauses += detector.finish(part)
        _ = syllables.finish(part)
        pitch = tracker.finish(part)
        return segmenter.finish(part)
    }

    /// The filled pauses that became certain since the last call, in the order of time.
    public mutating func takeFilledPauses() -> [FilledPause] {
        defer { filledPauses = [] }
        return filledPauses
    }
}
