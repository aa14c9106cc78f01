import Speech

/// The stretches of speech of an answer, joined where the silence between them is too short to be a pause.
///
/// What lies between two runs is a silent pause. De Jong & Bosker 2013 ("Choosing a threshold for silent pauses to
/// measure second language fluency") found 250 ms the best limit; Goldman-Eisler 1968 used the same.
struct SpeechRuns: Sendable {
    /// The shortest silence that is a pause, in seconds.
    static let minimumPauseSeconds = 0.25

    /// The runs in the order of time; they do not overlap.
    let runs: [TimeRange]

    /// The runs of stretches in any order; what has no finite length is left out.
    init(speech: [TimeRange], minimumPauseSeconds: Double) {
        let sound =
            speech
            .filter { $0.isFinite && $0.durationSeconds > 0 }
            .sorted { $0.startSeconds < $1.startSeconds }
        var runs: [TimeRange] = []
        for stretch in sound {
            guard let last = runs.last, stretch.startSeconds - last.endSeconds < minimumPauseSeconds else {
                runs.append(stretch)
                continue
            }
            runs[runs.count - 1].endSeconds = max(last.endSeconds, stretch.endSeconds)
        }
        self.runs = runs
    }

    /// The silent pauses between the runs.
    var pauses: [TimeRange] {
        zip(runs, runs.dropFirst()).map {
            TimeRange(startSeconds: $0.endSeconds, endSeconds: $1.startSeconds)
        }
    }

    /// The time spent speaking.
    var speakingSeconds: Double { runs.reduce(0) { $0 + $1.durationSeconds } }

    /// From the first sound of speech to the last; `nil` when there is none.
    var span: TimeRange? {
        guard let first = runs.first, let last = runs.last else { return nil }
        return TimeRange(startSeconds: first.startSeconds, endSeconds: last.endSeconds)
    }

    /// Whether a moment lies in a run.
    func contains(_ seconds: Double) -> Bool {
        let place = Self.first(of: runs, endingAfter: seconds)
        return place < runs.count && runs[place].startSeconds <= seconds
    }

    /// Of stretches in the order of time that do not overlap those that share some time with another.
    static func stretches(_ stretches: [TimeRange], meeting time: TimeRange) -> ArraySlice<TimeRange> {
        stretches[first(of: stretches, endingAfter: time.startSeconds)...]
            .prefix { $0.startSeconds < time.endSeconds }
    }

    /// The place of the first that ends after a moment; the count when none does.
    private static func first(of stretches: [TimeRange], endingAfter seconds: Double) -> Int {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].endSeconds <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
