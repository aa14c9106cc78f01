/// A question that has been asked, and how the answer scored.
public struct AskedQuestion: Sendable, Hashable, Codable {
    /// The question's name.
    public var id: String
    /// The overall score of the answer, 0...100; `nil` when it has none.
    public var overall: Double?

    /// A question that has been asked.
    public init(id: String, overall: Double? = nil) {
        self.id = id
        self.overall = overall
    }
}
