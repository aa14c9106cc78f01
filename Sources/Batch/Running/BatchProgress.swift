/// How far a batch has come, and how long the rest will take.
public struct BatchProgress: Sendable {
    /// How many recordings there are to hear.
    public let files: Int
    /// How many of them are finished, failed ones included.
    public private(set) var finishedFiles = 0
    /// How many failed.
    public private(set) var failedFiles = 0
    /// How much audio of finished recordings was heard, in seconds.
    public private(set) var finishedSeconds = 0.0

    private let durations: [Int: Double]
    private let passes: Double
    private var open: [Int: Double] = [:]
    private var plannedFinishedSeconds = 0.0
    private let plannedSeconds: Double?

    /// The progress of jobs of which none was begun. Recordings of unknown length count as long as the others on
    /// average.
    ///
    /// - Parameter passes: How often each recording is heard, once for each channel.
    public init(_ jobs: [BatchJob], passes: Int = 1) {
        files = jobs.count
        self.passes = Double(max(1, passes))
        let known = jobs.compactMap(\.durationSeconds)
        let mean = known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        durations = Dictionary(
            jobs.compactMap { job in (job.durationSeconds ?? mean).map { (job.number, $0) } }
        ) { first, _ in first }
        plannedSeconds = mean.map { $0 * Double(jobs.count) }
    }

    /// A recording has been heard up to a second of its audio.
    public mutating func heard(_ job: BatchJob, seconds: Double) { open[job.number] = seconds / passes }

    /// A recording is finished.
    ///
    /// - Parameter durationSeconds: How much of it was heard; `nil` when it failed.
    public mutating func finished(_ job: BatchJob, durationSeconds: Double?) {
        open[job.number] = nil
        finishedFiles += 1
        if let durationSeconds { finishedSeconds += durationSeconds } else { failedFiles += 1 }
        plannedFinishedSeconds += durations[job.number] ?? 0
    }

    /// How much audio was heard, in seconds.
    public var heardSeconds: Double { finishedSeconds + open.values.reduce(0, +) }

    /// How many seconds of audio were heard in each second; `nil` before anything was.
    public func speed(afterSeconds elapsed: Double) -> Double? {
        elapsed > 0 && heardSeconds > 0 ? heardSeconds / elapsed : nil
    }

    /// How long the rest will take at this speed, in seconds; `nil` while that is not known.
    public func remainingSeconds(afterSeconds elapsed: Double) -> Double? {
        guard let plannedSeconds, let speed = speed(afterSeconds: elapsed) else { return nil }
        let opened = open.reduce(0) { $0 + min($1.value, durations[$1.key] ?? $1.value) }
        return max(0, plannedSeconds - plannedFinishedSeconds - opened) / speed
    }
}
