import Speech

/// Words a minute, and where a pace that is too fast is fastest.
enum PaceRule: FeedbackRule {
    static let group = FigureLimits.Group.words

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let pace = answer.report.wordsPerMinute.value else { return nil }
        let band = DeliveryBands.wordsPerMinute
        let said = "You spoke \(answer.about(group))\(FixedPoint(pace)) words a minute"
        let range = "\(PaceBand.limits) that listeners follow easily"
        switch PaceBand(pace) {
        case .faster:
            let text = "\(said), faster than the \(range)."
            let fastest = fastest(answer.report.pace, over: pace)
            return JudgedObservation(
                .pace, .weakness, text + (fastest?.text ?? ""), at: fastest?.seconds,
                severity: pace / band.upperBound)
        case .slower:
            return JudgedObservation(
                .pace, .weakness, "\(said), slower than the \(range).",
                severity: pace > 0 ? min(10, band.lowerBound / pace) : 10)
        case .within:
            return JudgedObservation(.pace, .strength, "\(said), within the \(range).")
        }
    }

    /// The fastest stretch, where it is a tenth faster than the whole.
    private static func fastest(_ pace: PaceDetails?, over whole: Double) -> (text: String, seconds: Double)?
    {
        guard let pace, let fastest = pace.fastestWordsPerMinute.value, let time = pace.fastestTime,
            fastest > whole * 1.1
        else { return nil }
        let text =
            " The fastest ten seconds, from \(ClockTime(time.startSeconds)), went at \(FixedPoint(fastest))."
        return (text, time.startSeconds)
    }
}
