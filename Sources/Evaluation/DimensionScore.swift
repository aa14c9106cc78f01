/// The score of one side of an answer, with how sure the judge is and why.
public struct DimensionScore: Sendable, Hashable, Codable {
    /// How sure a judge is of a score.
    public enum Certainty: String, Sendable, Hashable, Codable {
        /// A rough indication.
        case low
        /// Usually near what a person would say.
        case medium
        /// Hardly in doubt.
        case high
    }

    /// What is scored.
    public var dimension: Dimension
    /// The score, 0...100; `nil` when it cannot be judged.
    public var score: Double?
    /// The share this score has in the overall score, 0...1; 0 when it cannot be judged.
    public var weight: Double
    /// How sure the judge is.
    public var certainty: Certainty
    /// What the score rests on, or why there is none, as a sentence.
    public var basis: String

    /// A score of `dimension`.
    public init(
        dimension: Dimension, score: Double?, weight: Double = 0, certainty: Certainty, basis: String
    ) {
        self.dimension = dimension
        self.score = score
        self.weight = weight
        self.certainty = certainty
        self.basis = basis
    }
}
