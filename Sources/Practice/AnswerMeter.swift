import Delivery
import Signal
import Speech

/// Everything about an answer but its words, in one pass: cuts the audio into utterances for a recogniser, and
/// measures what does not need one. With the words it gives the whole analysis.
///
/// Of the audio only the utterance that is being spoken is kept. Memory still grows with time: by twenty bytes for each
/// 10 ms, of which levels and pitch are kept, and by one small value for each syllable; about 7 MB an hour.
struct AnswerMeter: Sendable {
    private var segmenter = Segmenter()
    private var quality = QualityMeter()
    private var syllables = SyllableDetector()
    private var pitch = PitchTracker()
    /// What was found of the whole recording, once it has ended.
    private var nuclei: [SyllableNucleus]?
    private var track = PitchTrack()
    private var pauseDetector = FilledPauseDetector(configuration: candidates)
    private var pauses: [FilledPause] = []
    private var level = LevelMeter()
    private var elapsedSeconds = 0.0
    private var lastLiveSeconds = 0.0
    /// Whether the recording has ended.
    private(set) var isOver = false

    /// Everything that may be a filled pause: the words decide.
    private static let candidates = {
        var configuration = FilledPauseDetector.Configuration()
        configuration.threshold = 0.1
        return configuration
    }()

    /// How often `live` has something new, in seconds of audio.
    private static let liveSeconds = 0.2

    /// Takes the next audio of the recording.
    mutating func process(_ buffer: AudioBuffer) -> [SegmenterEvent] {
        pauses += pauseDetector.process(buffer)
        quality.process(buffer)
        syllables.process(buffer)
        pitch.process(buffer)
        level.process(buffer)
        elapsedSeconds = buffer.time.endSeconds
        return segmenter.process(buffer)
    }

    /// How the answer is going, when 0.2 s have passed since it was last told or the recording is over; else `nil`.
    ///
    /// - Parameter words: what was heard so far.
    mutating func live(words: [Word]) -> LiveDelivery? {
        guard isOver || elapsedSeconds - lastLiveSeconds >= Self.liveSeconds else { return nil }
        lastLiveSeconds = elapsedSeconds
        let now = segmenter.currentSpeechStartSeconds.map {
            // It is known to go on only when it has ended; the silence that ends it is taken off then.
            TimeRange(startSeconds: $0, endSeconds: elapsedSeconds)
        }
        let heardUntil = words.last?.time.endSeconds ?? 0
        let sounds =
            isOver
            ? []
            : pauses.filter {
                $0.probability >= Self.likely && $0.time.startSeconds >= heardUntil
            }
        // Exact edges cost a look at the whole recording.
        let speech = isOver ? segmenter.exactSpeech : segmenter.speech + (now.map { [$0] } ?? [])
        return LiveDelivery(
            elapsedSeconds: elapsedSeconds, levelDBFS: level.level.rmsDBFS, words: words, sounds: sounds,
            speech: speech, syllables: nuclei ?? syllables.nuclei)
    }

    /// From this probability on a sound without words is counted as a filled pause.
    private static let likely = 0.5

    /// Ends the recording; an utterance that is still open closes.
    mutating func finish() -> [SegmenterEvent] {
        pauses += pauseDetector.finish()
        nuclei = syllables.finish()
        track = pitch.finish()
        isOver = true
        return segmenter.finish()
    }

    /// What may be a filled pause in an utterance that has just closed. What is certain only later is left out however
    /// much audio a buffer held, so that the result does not depend on the buffers; it would lie in the last half
    /// second of an utterance that was split for its length.
    mutating func takePauses(in utterance: Utterance) -> [FilledPause] {
        let audio = utterance.audio.time
        let silence = Segmenter.Configuration().closeSilenceSeconds
        let known =
            max(audio.endSeconds, utterance.speech.endSeconds + silence) - FilledPauseDetector.delaySeconds
        let inside = pauses.filter { pause in
            let middle = (pause.time.startSeconds + pause.time.endSeconds) / 2
            return (isOver || pause.time.endSeconds <= known)
                && (audio.startSeconds..<audio.endSeconds).contains(middle)
        }
        pauses.removeAll { $0.time.endSeconds <= audio.endSeconds }
        guard let range = LevelRange.decibels(of: utterance.audio), range < Self.noisyRangeDB else {
            return inside
        }
        return inside.map { pause in
            var pause = pause
            pause.probability *= Self.shareInNoise
            return pause
        }
    }

    /// Under noise many a vowel is as steady as a filled pause. Recordings of rooms have 24 dB and more between loud and quiet, a
    /// sample at 12 dB above its noise has 13 to 15.
    private static let noisyRangeDB = 18.0
    /// What the sound of a filled pause is then worth: as it is doubted twice, only the surest ones between words are left.
    private static let shareInNoise = 0.5

    /// The analysis of the whole recording, once it has ended and its words are known.
    ///
    /// - Parameter syllablesOfWords: how many syllables each word's pronunciation has; empty when that is not known.
    func analysis(of transcript: Transcript, syllablesOfWords: [Int?]) -> AnswerAnalysis {
        AnswerAnalysis(
            transcript: transcript, speech: segmenter.exactSpeech, syllables: nuclei ?? [],
            pitch: track, levelsDBFS: quality.levelsDBFS(every: AnswerContours.hopSeconds),
            syllablesOfWords: syllablesOfWords,
            quality: quality.quality(speech: segmenter.speech))
    }
}
