public import FoundationEssentials

/// What a person says about an answer or an interview, in the place of the judge's score.
public struct HumanReview: Sendable, Hashable, Codable {
    /// The score, 0...100; `nil` for remarks alone.
    public var score: Double?
    /// Remarks by subject, for example `technical`.
    public var feedback: [String: String]
    /// A remark as a whole.
    public var notes: String?
    /// The number of the person who says it.
    public var reviewer: Int64?
    /// When.
    public var date: Date

    /// A review; a score is brought into 0...100, and what is no number is none.
    public init(
        score: Double?, feedback: [String: String] = [:], notes: String? = nil, reviewer: Int64? = nil,
        date: Date
    ) {
        self.score = score.flatMap { $0.isFinite ? min(max($0, 0), 100) : nil }
        self.feedback = feedback
        self.notes = notes
        self.reviewer = reviewer
        self.date = date
    }

    /// Reads a review; all but its date may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            score: try container.decodeIfPresent(Double.self, forKey: .score),
            feedback: try container.decodeIfPresent([String: String].self, forKey: .feedback) ?? [:],
            notes: try container.decodeIfPresent(String.self, forKey: .notes),
            reviewer: try container.decodeIfPresent(Int64.self, forKey: .reviewer),
            date: try container.decode(Date.self, forKey: .date))
    }
}
