import Delivery
import Signal
import Speech

/// Everything about an answer but its words, in one pass: cuts the audio into utterances for a recogniser, and
/// measures what does not need one. With the words it gives the whole analysis.
///
/// Of the audio only the utterance that is being spoken is kept. Memory still grows with time: by twenty bytes for each
/// 10 ms, in which level, pitch and the bands are kept, and by one small value for each syllable; about 7 MB an hour.
struct AnswerMeter: Sendable {
    private var cutter: UtteranceCutter
    private var level = LevelMeter()
    private var elapsedSample = 0
    private var lastLiveSample = 0
    /// The fillers in the words so far.
    private var fillers = FillerCounter()
    /// What was found of the whole recording, once it has ended.
    private var whole: Whole?

    private struct Whole {
        var speech: [TimeRange]
        var nuclei: [SyllableNucleus]
    }

    /// How often `live` has something new: every 0.2 s of audio.
    private static let liveSamples = AudioBuffer.sampleRateHz / 5

    init(utterances: Segmenter.Configuration = .init()) { cutter = UtteranceCutter(utterances: utterances) }

    /// Whether the recording has ended.
    var isOver: Bool { whole != nil }

    /// Takes the next audio of the recording; the first begins at 0 s.
    mutating func process(_ buffer: AudioBuffer) -> [UtteranceCutter.Event] {
        precondition(elapsedSample > 0 || buffer.startSample == 0, "a recording begins at 0 s")
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
            syllables: whole?.nuclei ?? cutter.sound.nuclei, fillers: &fillers)
    }

    /// Exact edges would cost a look at the whole recording.
    private var speechSoFar: [TimeRange] {
        // The detector tells that speech is over only after 0.2 s of silence. Until then the stretch counts up to now;
        // that silence is taken off afterwards.
        let now = cutter.sound.segmenter.currentSpeechStartSeconds.map {
            TimeRange(startSeconds: $0, endSeconds: AudioBuffer.seconds(elapsedSample))
        }
        return cutter.sound.segmenter.speech + (now.map { [$0] } ?? [])
    }

    /// Ends the recording; an utterance that is still open closes.
    mutating func finish() -> [UtteranceCutter.Event] {
        let events = cutter.finish()
        whole = Whole(speech: cutter.sound.segmenter.exactSpeech, nuclei: cutter.sound.nuclei)
        return events
    }

    /// The analysis of the whole recording, once it has ended and its words are known.
    ///
    /// - Parameter syllablesOfWords: how many syllables each word's pronunciation has; empty when that is not known.
    func analysis(of transcript: Transcript, syllablesOfWords: [Int?]) -> AnswerAnalysis {
        AnswerAnalysis(
            transcript: transcript, speech: whole?.speech ?? [], syllables: whole?.nuclei ?? [],
            pitch: cutter.sound.pitch,
            levelsDBFS: cutter.sound.quality.levelsDBFS(every: AnswerContours.hopSeconds),
            syllablesOfWords: syllablesOfWords,
            quality: cutter.sound.quality.quality(speech: cutter.sound.segmenter.speech))
    }
}
