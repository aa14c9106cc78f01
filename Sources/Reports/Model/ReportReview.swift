public import FoundationEssentials
import Interview

/// What a person made of an answer or of an interview. A score that a person gives counts in the place of the judge's.
public struct ReportReview: Sendable, Hashable, Encodable {
    /// Who looked at it.
    public let reviewer: String
    /// When.
    public let date: Date
    /// The score they gave, 0...100; `nil` for remarks alone.
    public let overall: Double?
    /// Remarks by subject, for example `technical`.
    public let feedback: [String: String]
    /// What they wrote of it as a whole; empty for nothing.
    public let comment: String

    /// A review; `names` has the reviewers' names by their numbers.
    init(_ review: HumanReview, names: [Int64: String]) {
        reviewer = review.reviewer.flatMap { names[$0] } ?? "A person"
        date = review.date
        overall = review.score
        feedback = review.feedback
        comment = review.notes ?? ""
    }
}
