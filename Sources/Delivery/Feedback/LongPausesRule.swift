import Speech

/// Pauses over two seconds, and whether they come before numbers.
enum LongPausesRule: FeedbackRule {
    static let group = FigureLimits.Group.pauses

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        let report = answer.report
        guard report.speakingSeconds >= DeliveryBands.minimumSpeakingSeconds else { return nil }
        let long = report.longPauses
        guard let first = long.first, let longest = report.longestPauseSeconds.value else {
            return JudgedObservation(
                .pauses, .strength, "No pause inside the answer was longer than two seconds.")
        }
        let number = Wording.count(long.count, "pause", "pauses", isAbout: answer.isAbout(group))
        let place = (long.count == 1 ? "at " : "the first at ") + ClockTime(first.startSeconds).description
        let text =
            "\(number) over two seconds, \(place); the longest lasted \(FixedPoint(longest, places: 1)) s."
        let rate = report.longPausesPerMinute
        let isHabit = long.count >= 2 && rate > DeliveryBands.manyLongPausesPerMinute
        return JudgedObservation(
            .pauses, isHabit ? .weakness : .neutral, text + beforeNumbers(long, words: answer.words),
            at: first.startSeconds, severity: rate / DeliveryBands.manyLongPausesPerMinute)
    }

    /// Says that the pauses come before numbers where at least two of them do, and at least half of them.
    private static func beforeNumbers(_ pauses: [TimeRange], words: [Word]) -> String {
        let numbers = SaidNumber.numbers(after: pauses, in: words)
        guard numbers.count >= 2, 2 * numbers.count >= pauses.count, let first = numbers.first else {
            return ""
        }
        let many =
            numbers.count == pauses.count
            ? (pauses.count == 2 ? "Both" : "All of them")
            : "\(Wording.sentence(Wording.number(numbers.count))) of them"
        return " \(many) come before naming numbers, such as \"\(first.text)\" at "
            + "\(ClockTime(first.time.startSeconds))."
    }
}
