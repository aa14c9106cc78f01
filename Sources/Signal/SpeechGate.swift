/// The decision between speech and silence, frame by frame: a pure state machine.
///
/// A frame is active when it stands far enough above the noise floor. Active frames open a candidate; a candidate
/// becomes speech when enough of it is voiced, or when it is long and lively without voice (a whisper). Speech ends
/// at a silence of some length. The threshold for staying is below that for starting (hysteresis), and both rise
/// with the level of the speech itself, so that breath and reverberation between loud words are silence.
struct SpeechGate: Sendable {
    /// What is known of one frame.
    struct Frame: Sendable {
        /// How far the frame stands above the noise floor, averaged over the bands, in dB.
        var distanceDB: Float
        /// Whether it is periodic at the pitch of a voice.
        var isVoiced: Bool
        /// Its level, averaged over the bands, in dB.
        var levelDB: Float
    }

    /// A change of state; positions are frame numbers, half-open.
    enum Event: Sendable, Hashable {
        case started(frame: Int)
        case ended(start: Int, end: Int)
    }

    private enum State: Sendable {
        case silence
        case candidate(Candidate)
        case speech(Stretch)
    }

    private let configuration: SpeechDetector.Configuration
    private var state = State.silence
    private var frameIndex = 0
    /// The distances of the latest frames, for moving an onset back.
    private var recent: [Float] = []
    /// How far speech usually stands above the floor here, in dB.
    private var speechDistanceDB: Float

    init(configuration: SpeechDetector.Configuration) {
        self.configuration = configuration
        speechDistanceDB = configuration.expectedDistanceDB
    }

    /// The number of the first frame that may still turn out to be speech.
    var undecidedFrame: Int {
        switch state {
        case .silence: max(0, frameIndex - recent.count)
        case .candidate(let candidate): candidate.start
        case .speech(let stretch): stretch.start
        }
    }

    private var startThresholdDB: Float {
        max(configuration.startDistanceDB, configuration.startShare * relevantDistanceDB)
    }
    private var stayThresholdDB: Float {
        max(configuration.stayDistanceDB, configuration.stayShare * relevantDistanceDB)
    }
    /// Near the noise there is no breath or reverberation left to tell from speech, so the shares count in full only
    /// for speech far above it.
    private var relevantDistanceDB: Float {
        speechDistanceDB * min(1, speechDistanceDB / configuration.clearDistanceDB)
    }

    /// Whether a frame stands above a threshold; voice needs less than noise does.
    private func isAbove(_ thresholdDB: Float, _ frame: Frame) -> Bool {
        frame.distanceDB > (frame.isVoiced ? configuration.voicedEasing : 1) * thresholdDB
    }

    /// Takes the next frame.
    mutating func process(_ frame: Frame) -> Event? {
        defer {
            frameIndex += 1
            recent.append(frame.distanceDB)
            if recent.count > configuration.onsetFrames { recent.removeFirst() }
        }
        switch state {
        case .silence: return openCandidate(frame)
        case .candidate(let candidate): return extend(candidate, with: frame)
        case .speech(let stretch): return extend(stretch, with: frame)
        }
    }

    /// Ends the recording.
    mutating func finish() -> Event? {
        defer { state = .silence }
        guard case .speech(let stretch) = state else { return nil }
        return .ended(start: stretch.start, end: stretch.end(configuration))
    }

    private mutating func openCandidate(_ frame: Frame) -> Event? {
        guard isAbove(startThresholdDB, frame) else { return nil }
        // What led up to the onset belongs to it: a weak fricative before its vowel.
        let lead = recent.reversed().prefix { $0 > stayThresholdDB }.count
        return extend(Candidate(start: frameIndex - lead), with: frame)
    }

    private mutating func extend(_ candidate: Candidate, with frame: Frame) -> Event? {
        var candidate = candidate
        candidate.add(frame, active: isAbove(stayThresholdDB, frame))
        if candidate.isSpeech(configuration, thresholdDB: startThresholdDB) {
            state = .speech(Stretch(candidate, lastFrame: frameIndex))
            return .started(frame: candidate.start)
        }
        let isOver = candidate.inactiveRun >= configuration.candidateGapFrames
        state = isOver || candidate.count >= configuration.candidateFrames ? .silence : .candidate(candidate)
        return nil
    }

    private mutating func extend(_ stretch: Stretch, with frame: Frame) -> Event? {
        var stretch = stretch
        let isActive = isAbove(stayThresholdDB, frame)
        stretch.add(
            frame, active: isActive, at: frameIndex, startThresholdDB: startThresholdDB, configuration)
        if isActive { followSpeech(frame.distanceDB) }
        // A sound that has just begun may still go on with the speech: a last, quiet word.
        guard !isActive, frameIndex - stretch.lastActive >= configuration.minimumSilenceFrames else {
            state = .speech(stretch)
            return nil
        }
        state = .silence
        return .ended(start: stretch.start, end: stretch.end(configuration))
    }

    /// Rises within a tenth of a second, falls by half in about five seconds of speech.
    private mutating func followSpeech(_ distanceDB: Float) {
        let rate: Float = distanceDB > speechDistanceDB ? 0.1 : 0.0015
        speechDistanceDB += rate * (distanceDB - speechDistanceDB)
    }
}

extension SpeechGate {
    /// Active frames that may become speech.
    private struct Candidate: Sendable {
        /// The rise from silence says nothing about how lively a sound is.
        private static let onsetCount = 6

        let start: Int
        var count = 0
        var activeCount = 0
        var voicedCount = 0
        var inactiveRun = 0
        private var distanceSum: Float = 0
        private var levelSum: Float = 0
        private var levelSquareSum: Float = 0

        init(start: Int) { self.start = start }

        var meanDistanceDB: Float { distanceSum / Float(max(1, activeCount)) }

        private var levelDeviationDB: Float {
            let number = Float(max(1, activeCount - Self.onsetCount))
            let mean = levelSum / number
            return max(0, levelSquareSum / number - mean * mean).squareRoot()
        }

        mutating func add(_ frame: Frame, active: Bool) {
            count += 1
            inactiveRun = active ? 0 : inactiveRun + 1
            guard active else { return }
            activeCount += 1
            if frame.isVoiced { voicedCount += 1 }
            distanceSum += frame.distanceDB
            guard activeCount > Self.onsetCount else { return }
            levelSum += frame.levelDB
            levelSquareSum += frame.levelDB * frame.levelDB
        }

        func isSpeech(_ configuration: SpeechDetector.Configuration, thresholdDB: Float) -> Bool {
            guard activeCount >= configuration.minimumSpeechFrames else { return false }
            if voicedCount >= configuration.minimumVoicedFrames { return true }
            // Without voice it must last like words, not come in bursts like keys, and not be as even as a fan.
            return activeCount >= configuration.unvoicedFrames
                && activeCount * 10 >= count * 9
                && meanDistanceDB > 1.5 * thresholdDB
                && levelDeviationDB > configuration.livelyDeviationDB
        }
    }

    /// Speech that has not ended.
    private struct Stretch: Sendable {
        /// Active frames that follow one another.
        private struct Run: Sendable {
            var count = 0
            var voicedCount = 0
            var peakDB: Float = 0
        }

        let start: Int
        let hasVoice: Bool
        private(set) var lastActive: Int
        private var lastVoiced: Int
        private var run = Run()

        init(_ candidate: Candidate, lastFrame: Int) {
            start = candidate.start
            hasVoice = candidate.voicedCount > 0
            lastActive = lastFrame
            lastVoiced = lastFrame
        }

        mutating func add(
            _ frame: Frame, active: Bool, at index: Int, startThresholdDB: Float,
            _ configuration: SpeechDetector.Configuration
        ) {
            guard active else {
                run = Run()
                return
            }
            run.count += 1
            run.peakDB = max(run.peakDB, frame.distanceDB)
            if frame.isVoiced {
                run.voicedCount += 1
                lastVoiced = index
            }
            // After a gap only voice, or a strong sound longer than a key press, goes on with the speech; a breath
            // is weak.
            let isNear = index - lastActive <= configuration.burstGapFrames
            let isVoice =
                run.voicedCount >= configuration.burstVoicedFrames
                && run.peakDB > 1.5 * startThresholdDB
            let isBurst = run.count >= configuration.burstFrames && run.peakDB > 2 * startThresholdDB
            if isNear || isVoice || isBurst { lastActive = index }
        }

        /// The frame after the last one of the speech; a long voiceless tail is noise, not speech.
        func end(_ configuration: SpeechDetector.Configuration) -> Int {
            let isTail = hasVoice && lastActive - lastVoiced > configuration.voicelessTailFrames
            return (isTail ? lastVoiced + configuration.voicelessTailFrames / 2 : lastActive) + 1
        }
    }
}
