import Speech

/// An answer that begins late.
enum LatencyRule: FeedbackRule {
    static let group = FigureLimits.Group.time

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let latency = answer.report.responseLatencySeconds.value,
            latency > DeliveryBands.longLatencySeconds
        else { return nil }
        let text =
            "You began to speak after \(answer.about(group))\(FixedPoint(latency, places: 1)) s. Saying that you take "
            + "a moment to think fills the silence."
        return JudgedObservation(.responseLatency, .neutral, text, at: 0)
    }
}
