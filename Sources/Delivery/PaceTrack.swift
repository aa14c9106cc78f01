public import Signal
public import Speech

/// The pace of an answer over time, in windows of one length.
///
/// Words a minute count the whole window with its pauses; syllables a second count the speech in it alone. A word at the edge
/// of a window counts with the part of it that lies inside. Only whole windows between the first and the last speech count, so
/// an answer shorter than a window has no points.
public struct PaceTrack: Sendable, Hashable, Codable {
    /// The pace in one window.
    public struct Point: Sendable, Hashable, Codable {
        /// The middle of the window, in seconds from the start of the recording.
        public var timeSeconds: Double
        /// Words a minute, filled pauses left out; `nil` where hardly anybody spoke or nothing was understood.
        public var wordsPerMinute: Double?
        /// Syllable nuclei per second of speech; `nil` where hardly anybody spoke or no nucleus was found.
        public var syllablesPerSecond: Double?

        /// The pace around a moment.
        public init(timeSeconds: Double, wordsPerMinute: Double?, syllablesPerSecond: Double?) {
            self.timeSeconds = timeSeconds
            self.wordsPerMinute = wordsPerMinute
            self.syllablesPerSecond = syllablesPerSecond
        }
    }

    /// A window with less speech has no pace, in seconds: a single word would change it by a tenth and more.
    public static let leastSpeakingSeconds = 2.0

    /// How long a window is, in seconds.
    public var windowSeconds: Double
    /// The time from one window to the next, in seconds.
    public var hopSeconds: Double
    /// The pace in each window, in the order of time.
    public var points: [Point]

    /// The pace of an answer over time.
    ///
    /// - Parameters:
    ///   - words: what was heard; filled pauses do not count.
    ///   - syllables: the nuclei; those outside `runs` do not count.
    ///   - runs: where speech was found.
    ///   - windowSeconds: how long a window is; above 0.
    ///   - hopSeconds: the time from one window to the next; above 0.
    public init(
        words: [Word], syllables: [SyllableNucleus], runs: [TimeRange], windowSeconds: Double = 10,
        hopSeconds: Double = 1
    ) {
        precondition(windowSeconds > 0 && hopSeconds > 0, "a window and its step must be longer than nothing")
        self.windowSeconds = windowSeconds
        self.hopSeconds = hopSeconds
        let speech = SpeechRuns(speech: runs, minimumPauseSeconds: 0)
        guard let span = speech.span else {
            points = []
            return
        }
        let windows = EqualWindows(over: span, windowSeconds: windowSeconds, hopSeconds: hopSeconds)
        let speaking = windows.amounts(of: speech.runs) { $0.durationSeconds }
        let spoken = words.filter { !$0.isFilledPause }.map(\.time)
        let wordCounts = windows.amounts(of: spoken) { _ in 1 }
        let nuclei = syllables.map(\.timeSeconds).filter(speech.contains)
        let syllableCounts = windows.amounts(
            of: nuclei.map { TimeRange(startSeconds: $0, endSeconds: $0) }
        ) { _ in 1 }
        points = (0..<windows.count).map { index in
            let seconds = speaking[index]
            let hasSpeech = seconds >= Self.leastSpeakingSeconds
            return Point(
                timeSeconds: windows.start(index) + windowSeconds / 2,
                wordsPerMinute: hasSpeech && wordCounts[index] > 0
                    ? wordCounts[index] * 60 / windowSeconds : nil,
                syllablesPerSecond: hasSpeech && syllableCounts[index] > 0
                    ? syllableCounts[index] / seconds : nil)
        }
    }
}
