/// One thing a good answer to a question says.
public struct KeyPoint: Sendable, Hashable, Codable, Identifiable {
    /// The point's name, unique within its question.
    public var id: String
    /// The point as a sentence that a reader of the feedback understands.
    public var statement: String
    /// Other ways in which people say the point aloud; any one of them is enough. One in braces names a move of a
    /// story (`Rubric.storyMoves`).
    public var variants: [String]
    /// How much the point counts against the question's other points; above 0, usually 1.
    public var weight: Double

    /// A point that counts `weight` and may be said in the words of the statement or of any variant.
    public init(id: String, statement: String, variants: [String] = [], weight: Double = 1) {
        self.id = id
        self.statement = statement
        self.variants = variants
        self.weight = weight
    }

    /// The weight as it enters a mean: 0 when it is no positive number, and bounded, so that one point cannot make
    /// the sum overflow.
    var countedWeight: Double { weight > 0 ? min(weight, 1_000_000) : 0 }
}
