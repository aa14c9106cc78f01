public import Accounts
import SQL

/// Which lines of the log are shown; what is `nil` does not matter.
public struct AuditFilter: Sendable, Hashable {
    /// Of what this account did.
    public var account: Int64?
    /// Of what admins of this organization may read.
    public var organization: Int64?
    /// Of this action.
    public var action: AuditAction?
    /// Of things of this sort.
    public var resource: AccessResource?
    /// Of the thing with this number.
    public var number: Int64?
    /// Whose action, detail, address or account's name hold this, whatever the case of its letters.
    public var text: String?
    /// That ended so.
    public var outcome: AuditEntry.Outcome?

    /// Lines; left out, all.
    public init(
        account: Int64? = nil, organization: Int64? = nil, action: AuditAction? = nil,
        resource: AccessResource? = nil, number: Int64? = nil, outcome: AuditEntry.Outcome? = nil
    ) {
        self.account = account
        self.organization = organization
        self.action = action
        self.resource = resource
        self.number = number
        self.outcome = outcome
    }

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let account { conditions.append("audit_log.account_id = \(account)") }
        if let organization { conditions.append("audit_log.organization_id = \(organization)") }
        if let action { conditions.append("audit_log.action = \(action.rawValue)") }
        if let resource { conditions.append("audit_log.resource = \(resource.rawValue)") }
        if let number { conditions.append("audit_log.number = \(number)") }
        if let text {
            let columns: [SQLQuery] = ["audit_log.action", "detail", "address", "accounts.login_key"]
            conditions.append(
                "(\(SQLQuery.joined(columns.map { LabelColumn.holds(text, asGivenIn: $0) }, by: " OR ")))")
        }
        if let outcome { conditions.append("audit_log.outcome = \(outcome.rawValue)") }
        return conditions
    }
}
