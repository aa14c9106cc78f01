public import FoundationEssentials

/// What a person made of an answer.
public struct ReportReview: Sendable, Hashable, Codable {
    /// Who looked at it.
    public var reviewer: String
    /// When.
    public var date: Date?
    /// The score they gave, 0...100; `nil` for none.
    public var overall: Double?
    /// What they wrote.
    public var comment: String

    /// A review.
    public init(reviewer: String, date: Date? = nil, overall: Double? = nil, comment: String = "") {
        self.reviewer = reviewer
        self.date = date
        self.overall = overall
        self.comment = comment
    }
}
