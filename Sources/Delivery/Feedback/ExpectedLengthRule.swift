import Speech

/// An answer that is much shorter or longer than its question expects.
enum ExpectedLengthRule: FeedbackRule {
    static let group = FigureLimits.Group.time

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let time = answer.report.time, let seconds = time.answerSeconds.value,
            let expected = time.length.expectedSeconds, let share = time.length.share.value,
            let verdict = time.length.verdict, verdict != .fitting
        else { return nil }
        let text =
            "The answer took \(answer.about(group))\(ClockTime(seconds)), \(FixedPoint(share * 100)) % of the "
            + "\(ClockTime(expected)) that the question expects."
        return JudgedObservation(.length, .neutral, text)
    }
}
