import Accounts
import Interview
import SQL

extension Invitation: RecordValue {
    static var table: StaticString { "invitations" }
    static var noun: String { "invitation" }
    static var references: SQLQuery { "person_id, organization_id, invited_by" }

    var columns: [(StaticString, any SQLConvertible)] {
        [
            ("code_hash", codeHash), ("person_id", person), ("organization_id", organization),
            ("invited_by", invitedBy), ("email", email?.folded), ("expires_at", expiresAt),
            ("used_at", usedAt),
        ]
    }

    func checked() throws -> Invitation {
        var invitation = self
        if let email { invitation.email = try EmailAddress(email).text }
        return invitation
    }

    mutating func refer(to row: SQLRow) throws {
        person = try row.optionalInteger("person_id")
        organization = try row.optionalInteger("organization_id")
        invitedBy = try row.optionalInteger("invited_by")
    }
}
