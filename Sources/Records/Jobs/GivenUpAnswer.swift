import SQL

/// An answer that waits to be heard, and whose job was given up.
public struct GivenUpAnswer: Sendable, Hashable {
    /// The number of the interview.
    public let interview: Int64
    /// The number of the question in it.
    public let turn: Int
    /// The number of the attempt.
    public let take: Int
    /// Why the job was given up.
    public let reason: String

    init(_ row: SQLRow) throws {
        interview = try row.integer("interview_id")
        turn = try row.count("turn")
        take = try row.count("take")
        reason = try row.optionalText("reason") ?? ""
    }
}
