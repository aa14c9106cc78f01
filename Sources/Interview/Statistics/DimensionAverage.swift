public import Evaluation

/// The mean of one side of the answers.
public struct DimensionAverage: Sendable, Hashable, Codable {
    /// Which side.
    public var dimension: Dimension
    /// The mean score, 0...100.
    public var mean: Double
    /// How many scores it is the mean of.
    public var count: Int

    /// The mean of so many scores.
    public init(dimension: Dimension, mean: Double, count: Int) {
        self.dimension = dimension
        self.mean = mean
        self.count = count
    }
}
