/// Something an answer is scored by: by a person, or by the judges where it says what it is measured by.
public struct Criterion: Sendable, Hashable, Codable {
    /// What is scored.
    public var name: String
    /// How much it counts against the others; above 0.
    public var weight: Double
    /// What it is measured by: names of `Dimension` and ids of the question's key points, of which the mean counts. `nil` or empty where
    /// only a person can score it.
    public var measuredBy: [String]?

    /// A criterion that counts `weight`.
    public init(name: String, weight: Double = 1, measuredBy: [String]? = nil) {
        self.name = name
        self.weight = weight
        self.measuredBy = measuredBy
    }
}
