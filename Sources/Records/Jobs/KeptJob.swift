public import FoundationEssentials
public import Interview
import SQL

/// A job as it stands in the database.
public struct KeptJob: Sendable, Hashable {
    /// Its number.
    public let number: Int64
    /// A UUID as text.
    public let id: String
    /// What is to be done, and what came of it.
    public let job: Job
    /// How far it is.
    public let state: Job.State
    /// How often it was begun.
    public let attempts: Int
    /// How often somebody else had what it needs.
    public let waits: Int
    /// How often something of the machine failed while it was done.
    public let faults: Int
    /// Until when a worker has it, unless it says otherwise until then.
    public let heldUntil: Date?
    /// Why it was given up.
    public let reason: String?
    /// When it was ordered.
    public let createdAt: Date
    /// When it last changed.
    public let updatedAt: Date

    /// What tells the worker that took it last from all others; `nil` when nobody did.
    let token: String?

    static let columns: SQLQuery =
        "id, uuid, state, attempts, waits, faults, token, held_until, reason, body, created_at, updated_at"

    init(_ row: SQLRow) throws {
        number = try row.integer("id")
        id = try row.text("uuid")
        attempts = try row.count("attempts")
        waits = try row.count("waits")
        faults = try row.count("faults")
        token = try row.optionalText("token")
        heldUntil = try row.optionalDate("held_until")
        reason = try row.optionalText("reason")
        createdAt = try row.date("created_at")
        updatedAt = try row.date("updated_at")
        job = try RecordCoding.value(row.text("body"), kind: "job", name: id)
        let text = try row.text("state")
        guard let state = Job.State(rawValue: text) else {
            throw RecordsError.damaged(kind: "job", name: id, reason: "its state is `\(text)`")
        }
        self.state = state
    }
}
