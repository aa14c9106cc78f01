/// A text that people say, and how often.
public struct WeightedText: Sendable, Hashable {
    /// As people write it; several sentences may follow each other.
    public var text: String
    /// It counts as if it had been said so many times, above 0.
    public var weight: Double

    /// A text that counts `weight` times.
    public init(_ text: String, weight: Double = 1) {
        self.text = text
        self.weight = weight
    }
}
