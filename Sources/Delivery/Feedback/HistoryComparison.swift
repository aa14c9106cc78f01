import Speech

/// What is said of an answer against the speaker's own earlier ones.
enum HistoryComparison {
    /// More comparisons than this are not made.
    private static let mostComparisons = 2

    /// The clearest differences, strengths before neutral facts.
    static func observations(of answer: CoachedAnswer, _ history: DeliveryHistory?) -> [Observation] {
        guard let history else { return [] }
        let found = history.differences(of: answer.report).prefix(mostComparisons).map { difference in
            Observation(
                kind: .comparison, judgement: isBetter(difference) ? .strength : .neutral,
                text: text(difference, about: answer.about(difference.measure.group)))
        }
        return found.filter(\.isStrength) + found.filter { !$0.isStrength }
    }

    /// Whether the difference is one that the bands call good; never the other way round, as one answer is no habit.
    private static func isBetter(_ difference: DeliveryHistory.Difference) -> Bool {
        switch difference.measure {
        case .fillers, .longPauses: !difference.isMore
        case .pace:
            PaceBand(difference.value) == .within && PaceBand(difference.usual) != .within
        case .pitchVariation:
            difference.isMore
                && FixedPoint(difference.usual, places: 1).rounded < DeliveryBands.livelyPitchSemitones
        case .medianPause: false
        }
    }

    private static func text(_ difference: DeliveryHistory.Difference, about: String) -> String {
        let (name, unit, places, more, less) = words(difference.measure)
        let value = FixedPoint(difference.value, places: places)
        let usual = FixedPoint(difference.usual, places: places)
        return
            "\(name): \(about)\(value) \(unit), \(difference.isMore ? more : less) than your usual \(usual) "
            + "(\(difference.answerCount) earlier answers)."
    }

    private static func words(
        _ measure: DeliveryMeasure
    ) -> (name: String, unit: String, places: Int, more: String, less: String) {
        switch measure {
        case .pace: ("Pace", "words a minute", 0, "faster", "slower")
        case .fillers: ("Fillers", "a minute", 1, "more", "less")
        case .medianPause: ("Median pause", "s", 1, "longer", "shorter")
        case .longPauses: ("Pauses over two seconds", "a minute", 1, "more", "less")
        case .pitchVariation: ("Pitch variation", "semitones", 1, "more", "less")
        }
    }
}
