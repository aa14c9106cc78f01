/// How far an answer makes one of the expected points.
public struct KeyPointResult: Sendable, Hashable, Codable, Identifiable {
    /// The coverage from which a point counts as made.
    public static let coveredFrom = 0.5

    /// The point's name in its rubric.
    public var id: String
    /// The point as a sentence.
    public var statement: String
    /// How far the answer carries the point, 0...1.
    public var coverage: Double
    /// Whether that is enough to count it as made.
    public var isCovered: Bool
    /// The words of the answer that carry it best; `nil` when there are none.
    public var evidence: Evidence?

    /// The result for one point; it is covered from `coveredFrom` on.
    public init(id: String, statement: String, coverage: Double, evidence: Evidence?) {
        self.id = id
        self.statement = statement
        self.coverage = coverage
        self.isCovered = coverage >= Self.coveredFrom
        self.evidence = evidence
    }
}
