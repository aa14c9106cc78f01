import Speech

/// Stretches of speech whose last syllables are much softer than the rest, where they are more than half.
enum FadingEndsRule: FeedbackRule {
    static let group = FigureLimits.Group.loudness

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let loudness = answer.report.loudness, let share = loudness.fadingShare.value,
            share > DeliveryBands.shareOfFadingEnds, let first = loudness.fadingEnds.first
        else { return nil }
        let counts = answer.share(loudness.fadingEnds.count, of: loudness.judgedRunCount, by: group)
        let places = Wording.places(loudness.fadingEnds.map(\.startSeconds))
        let text =
            counts + " longer stretches of speech fade at the end, \(places): their last "
            + "syllables are over \(FixedPoint(LoudnessFigures.fadingDB)) dB softer than the rest."
        return JudgedObservation(
            .fadingEnds, .weakness, text, at: first.startSeconds,
            severity: share / DeliveryBands.shareOfFadingEnds)
    }
}
