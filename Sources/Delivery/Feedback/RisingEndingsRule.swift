import Speech

/// Endings at which the voice goes up, where they are more than half: a fact, as many accents do so in statements.
enum RisingEndingsRule: FeedbackRule {
    static let group = FigureLimits.Group.pitch

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let pitch = answer.report.pitch, let share = pitch.risingEndingShare.value,
            share > DeliveryBands.shareOfRisingEndings, let first = pitch.risingEndings.first
        else { return nil }
        let counts = answer.share(pitch.risingEndings.count, of: pitch.endingCount, by: group)
        let places = Wording.places(pitch.risingEndings.map(\.startSeconds))
        let text = "\(counts) endings rise in pitch, \(places), as those of questions do."
        return JudgedObservation(.risingEndings, .neutral, text, at: first.startSeconds)
    }
}
