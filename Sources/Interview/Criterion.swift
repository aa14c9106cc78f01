/// Something a human reviewer scores an answer by.
public struct Criterion: Sendable, Hashable, Codable {
    /// What is scored.
    public var name: String
    /// How much it counts against the others; above 0.
    public var weight: Double

    /// A criterion that counts `weight`.
    public init(name: String, weight: Double = 1) {
        self.name = name
        self.weight = weight
    }
}
