public import Speech

/// How fast the syllables of an answer follow each other over time: syllables a second of speaking (articulation rate,
/// De Jong & Wempe 2009) in a window of 5 s around the middle of each second.
///
/// ```swift
/// let track = PaceTrack(analysis.delivery, syllablesSeconds: contours.syllablesSeconds)
/// for point in track.points { print(point.timeSeconds, point.syllablesPerSecond ?? "-") }
/// ```
///
/// Pauses do not count as time, so a pause does not look slow. At the ends of the recording the window is cut.
public struct PaceTrack: Sendable, Hashable, Codable {
    /// How much is looked at for one value, in seconds.
    public static let windowSeconds = 5.0
    /// The time from one value to the next, in seconds.
    public static let stepSeconds = 1.0
    /// With less speaking than this in its window a point has no value, in seconds: two syllables more or fewer would
    /// change it by a quarter.
    public static let minimumSpeakingSeconds = 2.0
    /// Behind this nothing is measured, in seconds: a day, longer than any answer.
    private static let longestSeconds = 86_400.0

    /// The pace at one time.
    public struct Point: Sendable, Hashable, Codable {
        /// The middle of the window, in seconds from the start of the recording.
        public var timeSeconds: Double
        /// Syllables a second of speaking; `nil` when there is too little speech around it.
        public var syllablesPerSecond: Double?

        /// The pace around `timeSeconds`.
        public init(timeSeconds: Double, syllablesPerSecond: Double?) {
            self.timeSeconds = timeSeconds
            self.syllablesPerSecond = syllablesPerSecond
        }
    }

    /// A value for each second of the recording, in the order of time.
    public var points: [Point]

    /// A track of known values.
    public init(points: [Point]) { self.points = points }

    /// The pace of an answer whose syllables are loudest at `syllablesSeconds`.
    public init(_ report: DeliveryReport, syllablesSeconds: [Double]) {
        self.init(
            syllablesSeconds: syllablesSeconds, speech: report.runs, durationSeconds: report.durationSeconds)
    }

    /// The pace of syllables, in any order, in a recording of `durationSeconds`; those outside `speech` do not count.
    public init(syllablesSeconds: [Double], speech: [TimeRange], durationSeconds: Double) {
        guard durationSeconds > 0 else {
            points = []
            return
        }
        let runs = SpeechRuns(speech: speech, minimumPauseSeconds: 0)
        let syllables = syllablesSeconds.filter { $0.isFinite && runs.contains($0) }.sorted()
        let spoken = SpokenTime(runs.runs)
        let end = min(durationSeconds, Self.longestSeconds)
        let count = Int((end / Self.stepSeconds).rounded(.up))
        points = (0..<count).map { index in
            let middle = (Double(index) + 0.5) * Self.stepSeconds
            let window = TimeRange(
                startSeconds: max(0, middle - Self.windowSeconds / 2),
                endSeconds: min(end, middle + Self.windowSeconds / 2))
            let seconds = spoken.seconds(to: window.endSeconds) - spoken.seconds(to: window.startSeconds)
            guard seconds >= Self.minimumSpeakingSeconds else {
                return Point(timeSeconds: middle, syllablesPerSecond: nil)
            }
            let said =
                syllables.partitionIndex(of: window.endSeconds)
                - syllables.partitionIndex(of: window.startSeconds)
            return Point(timeSeconds: middle, syllablesPerSecond: Double(said) / seconds)
        }
    }
}

extension PaceTrack {
    /// How much was spoken from the start of the recording up to any time.
    private struct SpokenTime {
        private let starts: [Double]
        private let lengths: [Double]
        /// What was spoken before each run.
        private let before: [Double]

        init(_ runs: [TimeRange]) {
            starts = runs.map(\.startSeconds)
            lengths = runs.map(\.durationSeconds)
            var total = 0.0
            before = lengths.map { length in
                defer { total += length }
                return total
            }
        }

        func seconds(to end: Double) -> Double {
            let index = starts.partitionIndex(of: end) - 1
            guard index >= 0 else { return 0 }
            return before[index] + min(lengths[index], end - starts[index])
        }
    }
}

extension [Double] {
    /// How many of the sorted numbers are less than `limit`.
    fileprivate func partitionIndex(of limit: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
