import Delivery
public import FoundationEssentials

extension Interview {
    /// When it was held or is to be: what lists are sorted by.
    public var heldAt: Date { startedAt ?? schedule?.start ?? createdAt }

    /// The score that counts, 0...100: a person's, else the mean of the answers'; `nil` when there is none.
    public var score: Double? { review?.score ?? Mean.of(turns.compactMap { $0.finalTake?.score }) }

    /// When something last happened in it: the last answer or its correction, else its beginning, else its planning.
    public var lastActivity: Date {
        let takes = turns.flatMap(\.takes)
        let corrections = takes.flatMap { $0.corrections ?? [] }
        return (takes.map(\.receivedAt) + corrections.map(\.date) + [startedAt ?? createdAt]).max()
            ?? createdAt
    }

    /// The longest time between two steps that counts as work on it, in seconds: an hour. No answer takes longer, and an interview
    /// may be continued days later.
    public static let longestPauseSeconds = 3600.0

    /// How long was worked on it, in seconds: the times from its beginning to the first answer, from answer to answer and from the
    /// last one to its end, those of more than `longestPauseSeconds` left out. `nil` before it is over.
    public var activeSeconds: Double? {
        guard let startedAt, let endedAt else { return nil }
        let answers = turns.flatMap(\.takes).map(\.receivedAt).filter {
            startedAt...max(startedAt, endedAt) ~= $0
        }
        let steps = [startedAt] + answers.sorted() + [endedAt]
        return zip(steps, steps.dropFirst()).map { $1.timeIntervalSince($0) }
            .filter { $0 <= Self.longestPauseSeconds }.reduce(0, +)
    }

    /// How long an answer of it took, in seconds: as was said, else as long as it was spoken, else since the step before it, of which
    /// at most `longestPauseSeconds` count.
    public func secondsTaken(_ take: Take) -> Double {
        if let seconds = take.timeTakenSeconds ?? take.analysis?.delivery.durationSeconds { return seconds }
        let earlier = turns.flatMap(\.takes).map(\.receivedAt).filter { $0 < take.receivedAt }
        let step = earlier.max() ?? startedAt ?? take.receivedAt
        return min(max(take.receivedAt.timeIntervalSince(step), 0), Self.longestPauseSeconds)
    }

    /// From when on it counts as given up, if nothing more happens; `nil` for never, and for one that is not going on.
    public var timesOutAt: Date? {
        guard state == .inProgress, let minutes = details.timeOutMinutes, minutes > 0 else { return nil }
        return lastActivity.addingTimeInterval(Double(minutes) * 60)
    }

    /// Whether it was begun and left alone for longer than its details allow.
    public func isTimedOut(at date: Date) -> Bool { timesOutAt.map { date > $0 } ?? false }

    /// Whether it was to be over by now and nobody began it, called it off or said that the candidate did not come.
    public func isOverdue(at date: Date) -> Bool {
        state == .scheduled && schedule.map { $0.end <= date } ?? false
    }

    /// The time that it takes of its people: as planned before it begins, and from its beginning while it goes on, for as
    /// long as planned or `InterviewSchedule.usualMinutes`. `nil` for one that has no time or is over.
    public var takenTime: DateInterval? {
        switch state {
        case .scheduled: schedule.map { DateInterval(start: $0.start, end: $0.end) }
        case .inProgress:
            startedAt.map {
                DateInterval(
                    start: $0,
                    duration: Double(schedule?.durationMinutes ?? InterviewSchedule.usualMinutes) * 60)
            }
        case .completed, .cancelled, .abandoned, .noShow: nil
        }
    }
}
