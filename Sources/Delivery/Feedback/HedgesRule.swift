import Speech

/// Softeners such as "I think", where there are several.
enum HedgesRule: FeedbackRule {
    static let group = FigureLimits.Group.fillers

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        let said = softeners(answer.report)
        guard said.count >= DeliveryBands.manyHedges, let first = said.first else { return nil }
        let number = Wording.count(said.count, "softener", "softeners", isAbout: answer.isAbout(group))
        let text =
            "\(number) (\(Wording.mostFrequent(said.map(\.text)))), "
            + "the first at \(ClockTime(first.time.startSeconds)). Where you are sure, say it plainly."
        return JudgedObservation(.hedges, .neutral, text, at: first.time.startSeconds)
    }

    /// Those that count as wording; in a report that was saved without it all that were heard.
    private static func softeners(_ report: DeliveryReport) -> [SaidPhrase] {
        report.language?.hedges
            ?? report.fillers.filter { $0.kind == .hedge }.map { SaidPhrase(text: $0.text, time: $0.time) }
    }
}
