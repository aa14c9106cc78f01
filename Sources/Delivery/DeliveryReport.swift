public import Signal
public import Speech

/// How an answer was delivered: pace, pauses, fillers, words taken back and level, each figure with its unit or the
/// reason why it is missing. Definitions and sources: Docs/Metrics.md.
public struct DeliveryReport: Sendable, Hashable, Codable {
    /// The version of the properties that new reports have (`Docs/Metrics.md`, JSON).
    public static let currentSchemaVersion = 2

    /// The version of this report's properties; `nil` for a report of the first one, which did not say so.
    public var schemaVersion: Int?
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
    /// The shortest silence that counts as a pause.
    public var minimumPauseSeconds: Double
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
    /// How often fillers of each class were said, in a hundred words. `nil` in a report that was saved before it was kept.
    public var fillerRates: FillerRates?
    /// Repetitions and restarts; their places count the words that the report was made of. `nil` in a report that was
    /// saved before they were looked for.
    public var disfluencies: Disfluencies?
    /// The level of the speech.
    public var speechLevelDBFS: Figure
    /// How long the answer is, and against what the question asks for. `nil`, like all that follows, in a report that was saved before it
    /// was measured.
    public var time: TimeFigures?
    /// Where the pauses lie, and how many there are of each length.
    public var pauseDetails: PauseDetails?
    /// The pace over time, and that of the words' pronunciations.
    public var pace: PaceDetails?
    /// The pitch and its movement.
    public var pitch: PitchFigures?
    /// The loudness and its variation.
    public var loudness: LoudnessFigures?
    /// The wording.
    public var language: LanguageFigures?
    /// How far the recording and the hearing limit each group of figures.
    public var limits: FigureLimits?

    /// The report of an answer.
    ///
    /// - Parameters:
    ///   - words: what was heard, in the order of time.
    ///   - speech: where speech was found, in the order of time.
    ///   - syllables: the nuclei, in the order of time; those outside `speech` do not count.
    ///   - pitch: the pitch of the whole recording.
    ///   - syllablesOfWords: for each of `words` how many syllables its pronunciation has, as in `PaceDetails`; empty when that is not
    ///     known.
    ///   - quality: the quality of the recording, which knows its length.
    ///   - expectedWordErrorRate: the share of the words that are probably wrong, as in `Transcript`.
    ///   - minimumPauseSeconds: the shortest silence that counts as a pause; 0.25 when not given.
    public init(
        words: [Word], speech: [TimeRange], syllables: [SyllableNucleus], pitch: PitchTrack = PitchTrack(),
        syllablesOfWords: [Int?] = [], quality: RecordingQuality, expectedWordErrorRate: Double? = nil,
        minimumPauseSeconds: Double? = nil
    ) {
        let minimumPauseSeconds = minimumPauseSeconds ?? SpeechRuns.minimumPauseSeconds
        let runs = SpeechRuns(speech: speech, minimumPauseSeconds: minimumPauseSeconds)
        let heard = words.filter(\.time.isFinite)
        let meant = heard.filter { !$0.isFilledPause }
        let pace = PaceFigures(words: meant, syllables: syllables, runs: runs)
        let pause = PauseFigures(runs)
        let fillers = FillerFinder(words: heard, pauses: runs.pauses).fillers
        schemaVersion = Self.currentSchemaVersion
        durationSeconds = quality.durationSeconds
        responseLatencySeconds = pause.responseLatencySeconds
        speakingSeconds = runs.speakingSeconds
        phonationTimeRatio = pause.phonationTimeRatio
        wordCount = meant.count
        wordsPerMinute = pace.wordsPerMinute
        articulationRateSyllablesPerSecond = pace.articulationRate
        self.minimumPauseSeconds = minimumPauseSeconds
        pauses = runs.pauses
        pauseCount = runs.pauses.count
        medianPauseSeconds = pause.medianSeconds
        longestPauseSeconds = pause.longestSeconds
        meanLengthOfRunSyllables = pace.meanLengthOfRun
        self.fillers = fillers
        fillersPerMinute = Self.fillersPerMinute(fillers, words: meant, runs: runs)
        fillerRates = FillerRates(fillers: fillers, wordCount: meant.count)
        // All words, so that the places hold for the words that the caller has.
        disfluencies = Disfluencies(in: words)
        let loudness = LoudnessFigures(quality: quality, syllables: syllables, runs: runs.runs)
        speechLevelDBFS = loudness.levelDBFS
        time = TimeFigures(runs: runs.runs)
        let places = PauseDetails(pauses: runs.pauses, words: heard)
        pauseDetails = places
        self.pace = PaceDetails(
            words: heard, syllables: syllables, runs: runs.runs,
            syllablesOfWords: Self.counts(syllablesOfWords, of: words, heard: heard))
        self.pitch = PitchFigures(pitch: pitch, runs: runs.runs, pauses: places)
        self.loudness = loudness
        language = LanguageFigures(words: heard, fillers: fillers)
        limits = FigureLimits(quality: quality, expectedWordErrorRate: expectedWordErrorRate)
    }

    /// Compares the answer's length with what the question asks for, in seconds.
    public mutating func compare(expectedSeconds: Double?) {
        let length = LengthAgainstExpected(
            answerSeconds: time?.answerSeconds.value, expectedSeconds: expectedSeconds)
        time?.length = length
    }

    /// The counts of the words that have times.
    private static func counts(_ counts: [Int?], of words: [Word], heard: [Word]) -> [Int?] {
        guard counts.count == words.count, heard.count < words.count else { return counts }
        return zip(words, counts).filter { $0.0.time.isFinite }.map(\.1)
    }

    private static func fillersPerMinute(_ fillers: [Filler], words: [Word], runs: SpeechRuns) -> Figure {
        guard words.count >= Evidence.minimumWords else {
            return Figure(absentBecause: Evidence.tooFewWords, .perMinute)
        }
        guard let span = runs.span, span.durationSeconds >= Evidence.minimumSpanSeconds else {
            return Figure(absentBecause: Evidence.tooShort, .perMinute)
        }
        let count = fillers.count { $0.kind != .hedge }
        return Figure(Double(count) * 60 / span.durationSeconds, .perMinute)
    }
}
