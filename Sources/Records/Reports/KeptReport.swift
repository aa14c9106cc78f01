public import FoundationEssentials
public import Interview
import SQL

/// A report that was made of an interview, as it stands in the database.
public struct KeptReport: Sendable, Hashable, Codable {
    /// Its number.
    public let number: Int64
    /// A UUID as text.
    public let id: String
    /// The number of the interview.
    public let interview: Int64
    /// What was decided on it.
    public let decision: ReportDecision
    /// The address of its file; `nil` where none is kept.
    public let file: String?
    /// When it was made.
    public let madeAt: Date
    /// When the decision was last changed.
    public let updatedAt: Date

    static let columns: SQLQuery = "id, uuid, interview_id, decision, file, created_at, updated_at"

    init(_ row: SQLRow) throws {
        number = try row.integer("id")
        id = try row.text("uuid")
        interview = try row.integer("interview_id")
        file = try row.optionalText("file")
        madeAt = try row.date("created_at")
        updatedAt = try row.date("updated_at")
        let text = try row.text("decision")
        guard let decision = ReportDecision(rawValue: text) else {
            throw RecordsError.damaged(kind: "report", name: id, reason: "its decision is `\(text)`")
        }
        self.decision = decision
    }
}
