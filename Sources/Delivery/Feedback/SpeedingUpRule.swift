import Speech

/// A pace that grows from the start of an answer to its end. It is a habit to work on where it ends too fast.
enum SpeedingUpRule: FeedbackRule {
    static let group = FigureLimits.Group.syllables

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        let report = answer.report
        guard let slope = report.pace?.acceleration.value, let seconds = report.time?.answerSeconds.value,
            let rate = report.articulationRateSyllablesPerSecond.value, rate > 0
        else { return nil }
        let growth = slope * seconds / 60 / rate
        guard growth >= DeliveryBands.growthOfPace else { return nil }
        // The line through the windows is never exact, so "about" stands here for good recordings too.
        let text =
            "You grew faster: from start to end the syllables a second rose by about \(percent(growth))."
        guard let fastest = report.pace?.fastestWordsPerMinute.value, let time = report.pace?.fastestTime,
            PaceBand(fastest) == .faster,
            time.startSeconds > (report.responseLatencySeconds.value ?? 0) + seconds / 2
        else { return JudgedObservation(.speedingUp, .neutral, text) }
        let end = " The fastest part begins at \(ClockTime(time.startSeconds))."
        return JudgedObservation(
            .speedingUp, .weakness, text + end, at: time.startSeconds,
            severity: growth / DeliveryBands.growthOfPace)
    }

    private static func percent(_ share: Double) -> String { "\(FixedPoint(share * 100)) %" }
}
