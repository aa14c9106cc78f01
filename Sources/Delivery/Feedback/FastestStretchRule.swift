import Speech

/// The fastest ten seconds of an answer whose pace is not too fast as a whole.
enum FastestStretchRule: FeedbackRule {
    static let group = FigureLimits.Group.words

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        let limit = DeliveryBands.wordsPerMinute.upperBound
        guard let whole = answer.report.wordsPerMinute.value, PaceBand(whole) != .faster,
            let fastest = answer.report.pace?.fastestWordsPerMinute.value, PaceBand(fastest) == .faster,
            let time = answer.report.pace?.fastestTime
        else { return nil }
        let text =
            "The fastest ten seconds, from \(ClockTime(time.startSeconds)), went at "
            + "\(answer.about(group))\(FixedPoint(fastest)) words a minute; "
            + "up to \(FixedPoint(limit)) are easy to follow."
        let isVeryFast = FixedPoint(fastest).rounded > DeliveryBands.fastStretchWordsPerMinute
        return JudgedObservation(
            .fastestStretch, isVeryFast ? .weakness : .neutral, text, at: time.startSeconds,
            severity: fastest / DeliveryBands.fastStretchWordsPerMinute)
    }
}
