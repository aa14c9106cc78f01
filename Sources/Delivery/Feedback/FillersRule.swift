import Speech

/// Filled pauses and lexical fillers a minute.
enum FillersRule: FeedbackRule {
    static let group = FigureLimits.Group.fillers

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let rate = answer.report.fillersPerMinute.value else { return nil }
        let said = answer.report.fillers.filter { $0.kind != .hedge }
        guard let first = said.first else {
            // Recognisers drop most filled pauses, so hearing none proves little.
            return JudgedObservation(
                .fillers, .neutral, "No filler words were heard; a recogniser misses many of them.")
        }
        let number = Wording.count(said.count, "filler", "fillers", isAbout: answer.isAbout(group))
        let examples = Wording.mostFrequent(said.map(\.text))
        let place = "the first at \(ClockTime(first.time.startSeconds))"
        let shown = FixedPoint(rate, places: 1)
        let text = "\(number) (\(examples)), \(shown) a minute, \(place)."
        let at = first.time.startSeconds
        if shown.rounded > DeliveryBands.manyFillersPerMinute {
            return JudgedObservation(
                .fillers, .weakness,
                text + " At twelve a minute and more listeners notice and mark a speaker down.",
                at: at, severity: rate / DeliveryBands.manyFillersPerMinute)
        }
        if shown.rounded > DeliveryBands.fewFillersPerMinute {
            return JudgedObservation(
                .fillers, .neutral, text + " Up to five a minute pass unnoticed.", at: at)
        }
        return JudgedObservation(.fillers, .strength, text + " So few pass unnoticed.", at: at)
    }
}
