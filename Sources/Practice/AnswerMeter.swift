import Delivery
import Signal
import Speech

/// Everything about an answer but its words, in one pass: cuts the audio into utterances for a recogniser, and
/// measures what does not need one. With the words it gives the whole analysis.
///
/// Of the audio only the utterance that is being spoken is kept. Memory still grows with time: by twenty bytes for each
/// 10 ms, in which level, pitch and the bands are kept, and by one small value for each syllable; about 7 MB an hour.
struct AnswerMeter: Sendable {
    private var cutter = UtteranceCutter()
    private var quality = QualityMeter()
    private var syllables = SyllableDetector()
    private var pitch = PitchTracker()
    private var level = LevelMeter()
    private var elapsedSample = 0
    private var lastLiveSample = 0
    /// What was found of the whole recording, once it has ended.
    private var whole: Whole?

    private struct Whole {
        var speech: [TimeRange]
        var nuclei: [SyllableNucleus]
        var pitch: PitchTrack
    }

    /// How often `live` has something new: every 0.2 s of audio.
    private static let liveSamples = AudioBuffer.sampleRateHz / 5

    /// Whether the recording has ended.
    var isOver: Bool { whole != nil }

    /// Takes the next audio of the recording; the first begins at 0 s.
    mutating func process(_ buffer: AudioBuffer) -> [UtteranceCutter.Event] {
        precondition(elapsedSample > 0 || buffer.startSample == 0, "a recording begins at 0 s")
        quality.process(buffer)
        syllables.process(buffer)
        pitch.process(buffer)
        level.process(buffer)
        elapsedSample = buffer.endSample
        return cutter.process(buffer)
    }

    /// How the answer is going, when 0.2 s have passed since it was last told or the recording is over; else `nil`.
    ///
    /// - Parameters:
    ///   - words: what was heard so far.
    ///   - heardUntilSeconds: up to where that is everything.
    mutating func live(words: [Word], heardUntilSeconds: Double) -> LiveDelivery? {
        guard isOver || elapsedSample - lastLiveSample >= Self.liveSamples else { return nil }
        lastLiveSample = elapsedSample
        return LiveDelivery(
            elapsedSeconds: AudioBuffer.seconds(elapsedSample), levelDBFS: level.level.rmsDBFS, words: words,
            sounds: isOver ? [] : cutter.sounds(after: heardUntilSeconds),
            speech: whole?.speech ?? speechSoFar,
            syllables: whole?.nuclei ?? syllables.nuclei)
    }

    /// Exact edges would cost a look at the whole recording.
    private var speechSoFar: [TimeRange] {
        // The detector tells that speech is over only after 0.2 s of silence. Until then the stretch counts up to now;
        // that silence is taken off afterwards.
        let now = cutter.segmenter.currentSpeechStartSeconds.map {
            TimeRange(startSeconds: $0, endSeconds: AudioBuffer.seconds(elapsedSample))
        }
        return cutter.segmenter.speech + (now.map { [$0] } ?? [])
    }

    /// Ends the recording; an utterance that is still open closes.
    mutating func finish() -> [UtteranceCutter.Event] {
        let events = cutter.finish()
        whole = Whole(
            speech: cutter.segmenter.exactSpeech, nuclei: syllables.finish(), pitch: pitch.finish())
        return events
    }

    /// The analysis of the whole recording, once it has ended and its words are known.
    ///
    /// - Parameter syllablesOfWords: how many syllables each word's pronunciation has; empty when that is not known.
    func analysis(of transcript: Transcript, syllablesOfWords: [Int?]) -> AnswerAnalysis {
        AnswerAnalysis(
            transcript: transcript, speech: whole?.speech ?? [], syllables: whole?.nuclei ?? [],
            pitch: whole?.pitch ?? PitchTrack(),
            levelsDBFS: quality.levelsDBFS(every: AnswerContours.hopSeconds),
            syllablesOfWords: syllablesOfWords,
            quality: quality.quality(speech: cutter.segmenter.speech))
    }
}
