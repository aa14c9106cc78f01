public import Evaluation
public import FoundationEssentials

/// The scores of one completed interview, as a point of a line over time.
public struct ScorePoint: Sendable, Hashable, Codable {
    /// The score of one side of the interview.
    public struct Score: Sendable, Hashable, Codable {
        /// Which side.
        public var dimension: Dimension
        /// The mean over its answers, 0...100.
        public var score: Double

        /// The score of a side.
        public init(dimension: Dimension, score: Double) {
            self.dimension = dimension
            self.score = score
        }
    }

    /// The interview's number.
    public var interview: Int64
    /// When it was held.
    public var heldAt: Date
    /// Its score, 0...100.
    public var overall: Double
    /// How it was judged; `nil` where the answers were judged in several ways. Points are comparable where this is the same.
    public var judging: InterviewJudging?
    /// The sides that were judged, in their order.
    public var dimensions: [Score]

    /// The scores of an interview.
    public init(
        interview: Int64, heldAt: Date, overall: Double, judging: InterviewJudging?, dimensions: [Score]
    ) {
        self.interview = interview
        self.heldAt = heldAt
        self.overall = overall
        self.judging = judging
        self.dimensions = dimensions
    }
}
