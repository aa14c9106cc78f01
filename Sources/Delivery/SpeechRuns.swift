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
            .filter { $0.startSeconds.isFinite && $0.endSeconds.isFinite && $0.durationSeconds > 0 }
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
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].endSeconds <= seconds { low = middle + 1 } else { high = middle }
        }
        return low < runs.count && runs[low].startSeconds <= seconds
    }
}
