import Speech

/// One line of a picture that is read like a page: a stretch of the answer with all that lies in it.
struct TimelineRow: Sendable {
    /// Its place among the rows, from 0.
    let index: Int
    /// What it shows; the last row may end before its line is full.
    let time: TimeRange
    /// The words that begin in it.
    fileprivate(set) var words: [TimelineWord] = []
    /// The marks that begin in it.
    fileprivate(set) var marks: [TimelineMark] = []
    /// The pauses that reach into it, whole.
    fileprivate(set) var pauses: [TimeRange] = []
    /// The stretches of speech that reach into it, whole.
    fileprivate(set) var speech: [TimeRange] = []

    /// The values of a track that lie in the row, where one stands for `hopSeconds`.
    func indices(hopSeconds: Double, count: Int) -> Range<Int> {
        let first = min(Int((time.startSeconds / hopSeconds).rounded()), count)
        return first..<min(max(first, Int((time.endSeconds / hopSeconds).rounded(.up))), count)
    }

    /// The part of a time that the row shows.
    func part(of range: TimeRange) -> TimeRange {
        TimeRange(
            startSeconds: max(range.startSeconds, time.startSeconds),
            endSeconds: min(range.endSeconds, time.endSeconds))
    }
}

extension TimelineRow {
    /// The rows of an answer, each of `seconds`; none for an answer without length.
    static func rows(of timeline: AnswerTimeline, seconds: Double) -> [TimelineRow] {
        precondition(seconds > 0, "a row lasts some time")
        let duration = timeline.durationSeconds
        let count = Int((duration / seconds).rounded(.up))
        var rows = (0..<count).map { index in
            let start = Double(index) * seconds
            return TimelineRow(
                index: index,
                time: TimeRange(startSeconds: start, endSeconds: min(start + seconds, duration)))
        }
        guard let last = rows.indices.last else { return [] }
        let place = { (time: Double) in min(Int(time / seconds), last) }
        for word in timeline.words { rows[place(word.time.startSeconds)].words.append(word) }
        for mark in timeline.marks { rows[place(mark.time.startSeconds)].marks.append(mark) }
        for pause in timeline.pauses {
            for index in place(pause.startSeconds)...place(pause.endSeconds) {
                rows[index].pauses.append(pause)
            }
        }
        for run in timeline.speech {
            for index in place(run.startSeconds)...place(run.endSeconds) { rows[index].speech.append(run) }
        }
        return rows
    }
}
