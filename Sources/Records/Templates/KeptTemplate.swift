public import FoundationEssentials
public import Interview
import SQL

/// A template as it stands in the database, with what became of it.
public struct KeptTemplate: Sendable, Hashable, Codable {
    /// Its number.
    public let number: Int64
    /// The template.
    public let template: InterviewTemplate
    /// How many interviews were made from it, those deleted since among them.
    public let useCount: Int
    /// How many of its interviews are completed.
    public let completedCount: Int
    /// The mean of the scores of these, 0...100; `nil` when none has a score.
    public let meanScore: Double?
    /// When it was first kept.
    public let createdAt: Date
    /// When it was last changed.
    public let updatedAt: Date

    init(_ row: SQLRow) throws {
        let record = try RecordRows<InterviewTemplate>.record(row)
        number = record.number
        template = record.value
        createdAt = record.createdAt
        updatedAt = record.updatedAt
        useCount = try row.count("use_count")
        completedCount = try row.count("completed_count")
        meanScore = try row.optionalReal("mean_score")
    }
}
