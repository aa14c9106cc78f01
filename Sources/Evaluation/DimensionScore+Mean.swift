/// The overall score is made of the scores of the sides in one way, whoever gave them (`Docs/Scoring.md`).
extension [DimensionScore] {
    /// The weighted mean of the scores that there are, 0...100; `nil` when there is none.
    package var mean: Double? { mean(formShare: 1) }

    /// The scores with the shares that they have in the mean.
    package var weighted: [DimensionScore] {
        let total = reduce(0) { $0 + ($1.score == nil ? 0 : $1.dimension.weightPercent) }
        return map { score in
            var score = score
            score.weight = score.score == nil || total == 0 ? 0 : score.dimension.weightPercent / total
            return score
        }
    }

    /// What is left of the mean, 0...1, when clarity and communication count only as far as the question is
    /// answered: else an answer to another question, fluently spoken, would pass. 0 when the mean is 0 or there is
    /// none.
    package var answered: Double {
        guard let mean, mean > 0 else { return 0 }
        let substance = Swift.max(share(.completeness) ?? 0, 0.7 * (share(.relevance) ?? 0))
        let formShare = 0.15 + 0.85 * Curve.ramp(substance, zero: 0.15, one: 0.5)
        return Swift.min(1, (self.mean(formShare: formShare) ?? mean) / mean)
    }

    private func share(_ dimension: Dimension) -> Double? {
        first { $0.dimension == dimension }?.score.map { $0 / 100 }
    }

    /// The mean in which the scores of the form have a share of their weight.
    private func mean(formShare: Double) -> Double? {
        Curve.mean(
            map { score in
                let isForm = score.dimension == .clarity || score.dimension == .communication
                return (score.score, score.dimension.weightPercent * (isForm ? formShare : 1))
            })
    }
}
