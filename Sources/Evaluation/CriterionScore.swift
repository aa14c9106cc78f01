/// How an answer did by one of its question's own criteria.
public struct CriterionScore: Sendable, Hashable, Codable {
    /// What is scored.
    public var name: String
    /// The share it has in the overall score, 0...1; 0 without a score.
    public var weight: Double
    /// The score, 0...100; `nil` where nothing that it is measured by could be judged.
    public var score: Double?

    /// A score by a criterion.
    public init(name: String, weight: Double, score: Double?) {
        self.name = name
        self.weight = weight
        self.score = score
    }

    /// The scores by a question's own criteria; `nil` where it has none, or one that only a person can score, so that the five
    /// dimensions count as for all questions.
    package static func scores(
        by criteria: [Criterion], dimensions: [DimensionScore], keyPoints: [KeyPointResult]
    ) -> [CriterionScore]? {
        guard !criteria.isEmpty, criteria.allSatisfy({ !($0.measuredBy ?? []).isEmpty }) else { return nil }
        let scores = criteria.map { criterion in
            Curve.mean(
                (criterion.measuredBy ?? []).map { measure in
                    (score(of: measure, dimensions: dimensions, keyPoints: keyPoints), 1)
                })
        }
        let weights = zip(criteria, scores).map { $1 == nil ? 0 : counted($0.weight) }
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        return zip(zip(criteria, scores), weights).map {
            CriterionScore(name: $0.0.name, weight: $1 / total, score: $0.1)
        }
    }

    /// Their weighted mean, 0...100.
    package static func mean(_ scores: [CriterionScore]) -> Double? {
        Curve.mean(scores.map { ($0.score, $0.weight) })
    }

    private static func score(
        of measure: String, dimensions: [DimensionScore], keyPoints: [KeyPointResult]
    ) -> Double? {
        if let dimension = Dimension(rawValue: measure) {
            return dimensions.first { $0.dimension == dimension }?.score
        }
        return keyPoints.first { $0.id == measure }.map {
            100 * Curve.smooth($0.coverage, zero: 0.15, one: 0.7)
        }
    }

    private static func counted(_ weight: Double) -> Double { weight > 0 ? min(weight, 1_000_000) : 0 }
}
