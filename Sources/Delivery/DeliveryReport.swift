public import Signal
public import Speech

/// How an answer was delivered: pace, pauses, fillers and level, each figure with its unit or the reason why it is
/// missing. Definitions and sources: Docs/Metrics.md.
public struct DeliveryReport: Sendable, Hashable, Codable {
    /// How long the recording is, in seconds.
    public var durationSeconds: Double
    /// From the start of the recording to the first speech.
    public var responseLatencySeconds: Figure
    /// The time spent speaking (phonation), in seconds: all stretches of speech, the short silences inside them
    /// included.
    public var speakingSeconds: Double
    /// The share of speaking in the time from the first to the last speech.
    public var phonationTimeRatio: Figure
    /// How many words were heard, filled pauses excluded.
    public var wordCount: Int
    /// Words a minute from the first word's start to the last word's end, pauses included, filled pauses excluded.
    public var wordsPerMinute: Figure
    /// Syllable nuclei per second of speaking.
    public var articulationRateSyllablesPerSecond: Figure
    /// The silent pauses, in the order of time.
    public var pauses: [TimeRange]
    /// How many silent pauses there are.
    public var pauseCount: Int
    /// The median length of the silent pauses.
    public var medianPauseSeconds: Figure
    /// The longest silent pause.
    public var longestPauseSeconds: Figure
    /// Syllable nuclei between two pauses, on average.
    public var meanLengthOfRunSyllables: Figure
    /// All fillers of the three classes, in the order of time.
    public var fillers: [Filler]
    /// Filled pauses and lexical fillers a minute, hedges not counted.
    public var fillersPerMinute: Figure
    /// The level of the speech.
    public var speechLevelDBFS: Figure

    /// The report of an answer.
    ///
    /// - Parameters:
    ///   - words: what was heard, in the order of time.
    ///   - speech: where speech was found, in the order of time.
    ///   - syllables: the nuclei, in the order of time; those outside `speech` do not count.
    ///   - quality: the quality of the recording, which knows its length.
    public init(words: [Word], speech: [TimeRange], syllables: [SyllableNucleus], quality: RecordingQuality) {
        let absent = Figure(absentBecause: "no speech", .seconds)
        durationSeconds = quality.durationSeconds
        responseLatencySeconds = absent
        speakingSeconds = 0
        phonationTimeRatio = absent
        wordCount = 0
        wordsPerMinute = absent
        articulationRateSyllablesPerSecond = absent
        pauses = []
        pauseCount = 0
        medianPauseSeconds = absent
        longestPauseSeconds = absent
        meanLengthOfRunSyllables = absent
        fillers = []
        fillersPerMinute = absent
        speechLevelDBFS = absent
    }
}
