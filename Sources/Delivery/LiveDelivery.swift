public import Signal
public import Speech

/// How an answer is going while it is spoken: what its report would say if it ended now, and the latest moments.
public struct LiveDelivery: Sendable, Hashable, Codable {
    /// The window that the pace now is measured in, in seconds.
    public static let paceWindowSeconds = 10.0

    /// Up to where the answer was measured, in seconds from the start of the recording.
    public var elapsedSeconds: Double
    /// The level of the latest 80 ms (RMS), in dB re full scale; -120 for silence.
    public var levelDBFS: Double
    /// Syllables per second of speaking in the last ten seconds; absent with less than two seconds of speaking or without a
    /// voiced syllable in them.
    public var paceNow: Figure
    /// Syllables per second of speaking so far, as in the report.
    public var articulationRateSyllablesPerSecond: Figure
    /// The time spent speaking so far, in seconds.
    public var speakingSeconds: Double
    /// How many silent pauses there were.
    public var pauseCount: Int
    /// How many filled pauses and lexical fillers there were: among the words heard so far, and after them by their sound.
    public var fillerCount: Int

    /// The state of an answer.
    ///
    /// - Parameters:
    ///   - words: what was heard so far, in the order of time.
    ///   - sounds: what sounds like a filled pause and is not among the words yet.
    ///   - speech: where speech was found so far, the stretch that is being spoken included.
    ///   - syllables: the nuclei so far, in the order of time.
    public init(
        elapsedSeconds: Double, levelDBFS: Double, words: [Word], sounds: [FilledPause], speech: [TimeRange],
        syllables: [SyllableNucleus]
    ) {
        var fillers = FillerCounter()
        self.init(
            elapsedSeconds: elapsedSeconds, levelDBFS: levelDBFS, words: words, sounds: sounds,
            speech: speech, syllables: syllables, fillers: &fillers)
    }

    /// The state of an answer that is asked for again and again while it goes on.
    ///
    /// - Parameters:
    ///   - words: what was heard so far, in the order of time.
    ///   - sounds: what sounds like a filled pause and is not among the words yet.
    ///   - speech: where speech was found so far, the stretch that is being spoken included.
    ///   - syllables: the nuclei so far, in the order of time.
    ///   - fillers: counts the fillers among the words; keep it from one state of an answer to the next, as the words are
    ///     then read only when there are new ones.
    public init(
        elapsedSeconds: Double, levelDBFS: Double, words: [Word], sounds: [FilledPause], speech: [TimeRange],
        syllables: [SyllableNucleus], fillers: inout FillerCounter
    ) {
        self.elapsedSeconds = elapsedSeconds
        self.levelDBFS = levelDBFS
        let runs = SpeechRuns(speech: speech, minimumPauseSeconds: SpeechRuns.minimumPauseSeconds)
        articulationRateSyllablesPerSecond =
            PaceFigures(words: [], syllables: syllables, runs: runs).articulationRate
        speakingSeconds = runs.speakingSeconds
        pauseCount = runs.pauses.count
        fillerCount = fillers.count(among: words, pauses: runs.pauses) + sounds.count
        paceNow = Self.paceNow(until: elapsedSeconds, runs: runs, syllables: syllables)
    }

    private static func paceNow(
        until end: Double, runs: SpeechRuns, syllables: [SyllableNucleus]
    ) -> Figure {
        let window = TimeRange(startSeconds: max(0, end - paceWindowSeconds), endSeconds: end)
        let speaking = runs.runs.reduce(0) { $0 + $1.overlapSeconds(with: window) }
        guard speaking >= PaceTrack.leastSpeakingSeconds else {
            return Figure(absentBecause: "less than 2 s of speech in the last 10 s", .syllablesPerSecond)
        }
        let count = syllables.reversed().prefix { $0.timeSeconds >= window.startSeconds }.count {
            runs.contains($0.timeSeconds)
        }
        guard count > 0 else {
            return Figure(
                absentBecause: "no voiced syllables were found in the last 10 s", .syllablesPerSecond)
        }
        return Figure(Double(count) / speaking, .syllablesPerSecond)
    }
}
