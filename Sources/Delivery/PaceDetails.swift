public import Signal
public import Speech

/// How the pace of an answer changes, and the pace of its words as a dictionary says them.
///
/// ```swift
/// let details = PaceDetails(words: words, syllables: nuclei, runs: speech)
/// print(details.comfortableShare, details.fastestWordsPerMinute)  // 80 % 172.4 words/min
/// ```
public struct PaceDetails: Sendable, Hashable, Codable {
    /// How long a window of the track is, in seconds: long enough for twenty words.
    public static let windowSeconds = 10.0
    /// The time from one window to the next, in seconds.
    public static let hopSeconds = 1.0
    /// In a shorter answer nothing is said of growing faster, in seconds.
    public static let leastTrendSeconds = 30.0
    /// With fewer windows there is no share of them.
    public static let leastWindows = 5
    /// With a smaller share of words whose syllables are known there is no pace of words.
    public static let leastKnownShare = 0.5

    /// The pace over time.
    public var track: PaceTrack
    /// How much the articulation rate grows in a minute: the slope of the line nearest to the track (least squares); below 0
    /// for a speaker who slows down.
    public var acceleration: Figure
    /// The windows whose words a minute lie within `DeliveryBands.wordsPerMinute`, over all that have words.
    public var comfortableShare: Figure
    /// The words a minute of the fastest window.
    public var fastestWordsPerMinute: Figure
    /// Where the fastest window lies, the first of several; `nil` when there is none.
    public var fastestTime: TimeRange?
    /// The syllables of the words, as a dictionary pronounces them, per second of speaking. It does not depend on hearing every
    /// nucleus, which noise hides, nor on hearing the right words, as misheard ones have about as many syllables.
    public var wordSyllablesPerSecond: Figure

    /// The pace of an answer.
    ///
    /// - Parameters:
    ///   - words: what was heard, in the order of time, filled pauses included.
    ///   - syllables: the nuclei; those outside `runs` do not count.
    ///   - runs: the stretches of speech without a pause in them.
    ///   - syllablesOfWords: for each of `words` how many syllables its pronunciation has (`Pronunciation.syllables`);
    ///     `nil` for a word that no dictionary has, which counts as the mean of the others. A filled pause has one. Empty
    ///     when pronunciations are not known.
    public init(
        words: [Word], syllables: [SyllableNucleus], runs: [TimeRange], syllablesOfWords: [Int?] = []
    ) {
        track = PaceTrack(
            words: words, syllables: syllables, runs: runs, windowSeconds: Self.windowSeconds,
            hopSeconds: Self.hopSeconds)
        let speech = SpeechRuns(speech: runs, minimumPauseSeconds: 0)
        acceleration = Self.acceleration(track, of: speech)
        let spoken = track.points.filter { $0.wordsPerMinute != nil }
        let paces = spoken.compactMap(\.wordsPerMinute)
        let comfortable = paces.count { DeliveryBands.wordsPerMinute.contains($0) }
        comfortableShare =
            paces.count < Self.leastWindows
            ? Figure(absentBecause: "fewer than 5 windows of 10 s hold words", .share)
            : Figure(Double(comfortable) / Double(paces.count), .share)
        // Windows that hold the same words differ by rounding alone.
        if let fastest = paces.max(),
            let point = spoken.first(where: { ($0.wordsPerMinute ?? 0) > fastest - 1e-6 })
        {
            fastestWordsPerMinute = Figure(fastest, .wordsPerMinute)
            fastestTime = TimeRange(
                startSeconds: point.timeSeconds - Self.windowSeconds / 2,
                endSeconds: point.timeSeconds + Self.windowSeconds / 2)
        } else {
            fastestWordsPerMinute = Figure(absentBecause: "no window of 10 s holds words", .wordsPerMinute)
        }
        wordSyllablesPerSecond = Self.rate(of: words, syllablesOfWords, in: speech)
    }

    private static func acceleration(_ track: PaceTrack, of speech: SpeechRuns) -> Figure {
        let unit = Figure.Unit.syllablesPerSecondPerMinute
        guard let span = speech.span, span.durationSeconds >= leastTrendSeconds else {
            return Figure(absentBecause: "the answer is shorter than 30 s", unit)
        }
        let points = track.points.compactMap { point in
            point.syllablesPerSecond.map { (x: point.timeSeconds / 60, y: $0) }
        }
        guard points.count >= leastWindows, let slope = LeastSquares.slope(of: points) else {
            return Figure(absentBecause: "fewer than 5 windows of 10 s hold syllables", unit)
        }
        return Figure(slope, unit)
    }

    private static func rate(of words: [Word], _ syllablesOfWords: [Int?], in speech: SpeechRuns) -> Figure {
        let unit = Figure.Unit.syllablesPerSecond
        guard speech.speakingSeconds >= Evidence.minimumSpeakingSeconds else {
            return Figure(absentBecause: Evidence.tooLittleSpeech, unit)
        }
        guard words.count(where: { !$0.isFilledPause }) >= Evidence.minimumWords else {
            return Figure(absentBecause: Evidence.tooFewWords, unit)
        }
        guard syllablesOfWords.count == words.count else {
            return Figure(absentBecause: "the pronunciations of the words are not known", unit)
        }
        let syllables = zip(words, syllablesOfWords).map { word, count in
            word.isFilledPause ? 1 : count
        }
        let known = syllables.compactMap(\.self)
        guard Double(known.count) >= leastKnownShare * Double(syllables.count) else {
            return Figure(absentBecause: "fewer than half of the words have a known pronunciation", unit)
        }
        let mean = Double(known.reduce(0, +)) / Double(known.count)
        return Figure(mean * Double(syllables.count) / speech.speakingSeconds, unit)
    }
}
