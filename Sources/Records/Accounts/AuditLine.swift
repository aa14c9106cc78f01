public import Accounts
import SQL

/// A line of the log as it is kept.
public struct AuditLine: Sendable, Hashable, Codable {
    /// Its number; later lines have larger ones.
    public var number: Int64
    /// What it says.
    public var entry: AuditEntry
    /// The name that the account signs in with now; `nil` for nobody known.
    public var login: String?

    /// What is read of a row.
    static let columns: SQLQuery = """
        audit_log.id AS id, at, account_id, audit_log.organization_id AS organization_id, action, resource, number,
        address, outcome, detail, accounts.login AS login
        """

    /// Where it is read.
    static let source: SQLQuery = "audit_log LEFT JOIN accounts ON accounts.id = audit_log.account_id"

    /// A line of a row.
    init(_ row: SQLRow) throws {
        number = try row.integer("id")
        guard let resource = try AccessResource(rawValue: row.text("resource")),
            let outcome = try AuditEntry.Outcome(rawValue: row.text("outcome"))
        else {
            throw RecordsError.damaged(
                kind: "line of the log", name: "\(number)", reason: "a later viva wrote it")
        }
        entry = AuditEntry(
            date: try row.date("at"), account: try row.optionalInteger("account_id"),
            organization: try row.optionalInteger("organization_id"),
            action: AuditAction(rawValue: try row.text("action")), resource: resource,
            number: try row.optionalInteger("number"), address: try row.optionalText("address"),
            outcome: outcome, detail: try row.optionalText("detail"))
        login = try row.optionalText("login")
    }
}
