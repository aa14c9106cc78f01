/// The overall score is made of the scores of the sides in one way, whoever gave them (`Docs/Scoring.md`). The scores of the form
/// have `formWeight` of their weight, 0...1, as the form of an answer of few words says little.
extension [DimensionScore] {
    /// The weighted mean of the scores that there are, 0...100; `nil` when there is none.
    package func mean(formWeight: Double) -> Double? {
        Curve.mean(map { ($0.score, Self.weight(of: $0, formWeight: formWeight)) })
    }

    /// The scores with the shares that they have in the mean.
    package func weighted(formWeight: Double) -> [DimensionScore] {
        let total = reduce(0) {
            $0 + ($1.score == nil ? 0 : Self.weight(of: $1, formWeight: formWeight))
        }
        return map { score in
            var score = score
            let weight = Self.weight(of: score, formWeight: formWeight)
            score.weight = score.score == nil || total == 0 ? 0 : weight / total
            return score
        }
    }

    /// What is left of the mean, 0...1, when clarity and communication count only as far as the question is
    /// answered: else an answer to another question, fluently spoken, would pass. 0 when the mean is 0 or there is
    /// none.
    package func answered(formWeight: Double) -> Double {
        guard let mean = mean(formWeight: formWeight), mean > 0 else { return 0 }
        let substance = Swift.max(share(.completeness) ?? 0, 0.7 * (share(.relevance) ?? 0))
        let formShare = 0.15 + 0.85 * Curve.ramp(substance, zero: 0.15, one: 0.5)
        return Swift.min(1, (self.mean(formWeight: formWeight * formShare) ?? mean) / mean)
    }

    /// The weight of the form that these scores were given their shares with, 0...1; 1 where that cannot be told.
    package var formWeight: Double {
        let form = filter { $0.dimension.isOfForm && $0.score != nil }
        let content = filter { !$0.dimension.isOfForm && $0.score != nil }
        let share = form.reduce(0) { $0 + $1.weight }
        let otherShare = content.reduce(0) { $0 + $1.weight }
        let percent = form.reduce(0) { $0 + $1.dimension.weightPercent }
        let otherPercent = content.reduce(0) { $0 + $1.dimension.weightPercent }
        guard otherShare > 0, percent > 0 else { return 1 }
        return Swift.min(1, share / otherShare * otherPercent / percent)
    }

    private func share(_ dimension: Dimension) -> Double? {
        first { $0.dimension == dimension }?.score.map { $0 / 100 }
    }

    private static func weight(of score: DimensionScore, formWeight: Double) -> Double {
        score.dimension.weightPercent * (score.dimension.isOfForm ? formWeight : 1)
    }
}
