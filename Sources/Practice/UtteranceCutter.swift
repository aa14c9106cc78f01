import Signal
import Speech

/// Cuts an answer into utterances, tells with each of them what may be a filled pause in it, and measures the sound of it all.
///
/// An utterance is held back until the filled pauses in its speech are certain: the half second of silence that usually
/// closes one is long enough for that, a split inside running speech is told half a second late. Nothing depends on how
/// the audio is cut into buffers, which must follow one another from the start of the recording.
struct UtteranceCutter: Sendable {
    /// What a segmenter reports, and with a closed utterance what may be a filled pause in it.
    typealias Event = (event: SegmenterEvent, pauses: [FilledPause])

    /// Speech, quality, syllables and pitch so far.
    private(set) var sound: RecordingMeter
    /// What may be a filled pause and went with no utterance yet.
    private var pauses: [FilledPause] = []
    /// What sounds like a filled pause and is in no words yet.
    private var unheard: [FilledPause] = []
    /// What the segmenter reported and was not told yet.
    private var waiting: [SegmenterEvent] = []
    private var nextSample = 0
    /// Where the audio ends that was told last.
    private var toldSample: Int?
    /// What the sound of a filled pause is worth in the latest utterance.
    private var share = 1.0

    /// Everything that may be a filled pause: the words decide.
    private static let candidates = {
        var configuration = FilledPauseDetector.Configuration()
        configuration.threshold = 0.1
        return configuration
    }()
    /// 10 ms: in every step speech and filled pauses come to know one frame at most.
    private static let stepSamples = AudioBuffer.sampleRateHz / 100
    /// How long after the end of its speech an utterance is held back, in seconds; a frame looks 15 ms ahead.
    private static let holdSeconds = FilledPauseDetector.delaySeconds + 0.02
    /// From this probability on a sound without words is counted as a filled pause.
    private static let likely = 0.5
    /// Under noise many a vowel is as steady as a filled pause. Recordings of rooms have 24 dB and more between loud and quiet, a
    /// sample at 12 dB above its noise has 14 to 16.
    private static let noisyRangeDB = 18.0
    /// What the sound of a filled pause is then worth: as it is doubted twice, only the surest ones between words are left.
    private static let shareInNoise = 0.5

    init(utterances: Segmenter.Configuration = .init()) {
        sound = RecordingMeter(filledPauses: Self.candidates, utterances: utterances)
    }

    /// Takes the next audio of the recording.
    mutating func process(_ buffer: AudioBuffer) -> [Event] {
        var events: [Event] = []
        var index = 0
        while index < buffer.samples.count {
            let untilStep = Self.stepSamples - nextSample % Self.stepSamples
            let end = min(index + untilStep, buffer.samples.count)
            let piece = AudioBuffer(samples: Array(buffer.samples[index..<end]), startSample: nextSample)
            waiting += sound.process(piece)
            note(sound.takeFilledPauses())
            nextSample = piece.endSample
            index = end
            if nextSample.isMultiple(of: Self.stepSamples) { events += tell(knownSample: nextSample) }
        }
        return events
    }

    /// Ends the recording; an utterance that is still open closes.
    mutating func finish() -> [Event] {
        waiting += sound.finish()
        note(sound.takeFilledPauses())
        return tell(knownSample: .max)
    }

    /// What sounds like a filled pause after what was heard in words.
    mutating func sounds(after heardUntilSeconds: Double) -> [FilledPause] {
        unheard.removeAll { $0.middleSeconds < heardUntilSeconds }
        return unheard
    }

    private mutating func note(_ found: [FilledPause]) {
        pauses += found
        unheard += found.filter { $0.probability * share >= Self.likely }
    }

    private mutating func tell(knownSample: Int) -> [Event] {
        var events: [Event] = []
        while let event = waiting.first {
            guard case .closed(let utterance) = event else {
                events.append((event, []))
                waiting.removeFirst()
                continue
            }
            guard AudioBuffer.sample(utterance.speech.endSeconds + Self.holdSeconds) <= knownSample else {
                break
            }
            events.append((event, takePauses(in: utterance)))
            waiting.removeFirst()
        }
        return events
    }

    /// What may be a filled pause in an utterance. One that was not certain when the utterance before it was told goes with
    /// this one where no silence lies between them.
    private mutating func takePauses(in utterance: Utterance) -> [FilledPause] {
        let audio = utterance.audio.time
        let isJoined = toldSample == utterance.audio.startSample
        let inside = pauses.filter { pause in
            pause.middleSeconds < audio.endSeconds && (isJoined || pause.middleSeconds >= audio.startSeconds)
        }
        pauses.removeAll { $0.middleSeconds < audio.endSeconds }
        toldSample = utterance.audio.endSample
        let isNoisy = LevelRange.decibels(of: utterance.audio).map { $0 < Self.noisyRangeDB } ?? false
        share = isNoisy ? Self.shareInNoise : 1
        return inside.map { pause in
            var pause = pause
            pause.probability *= share
            return pause
        }
    }
}

extension FilledPause {
    fileprivate var middleSeconds: Double { (time.startSeconds + time.endSeconds) / 2 }
}
