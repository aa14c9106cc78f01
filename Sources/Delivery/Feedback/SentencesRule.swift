import Speech

/// Sentences that are long on average.
enum SentencesRule: FeedbackRule {
    static let group = FigureLimits.Group.language

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let words = answer.report.language?.meanSentenceWords.value,
            FixedPoint(words).rounded > DeliveryBands.longSentenceWords
        else { return nil }
        let text =
            "Your sentences have \(answer.about(group))\(FixedPoint(words)) words on average; over "
            + "\(FixedPoint(DeliveryBands.longSentenceWords)) is long for the ear."
        return JudgedObservation(.sentences, .neutral, text)
    }
}
