import Accounts
import Interview
import SQL

extension Account: RecordValue {
    static var table: StaticString { "accounts" }
    static var noun: String { "account" }
    static var references: SQLQuery { "person_id, organization_id" }

    var columns: [(StaticString, any SQLConvertible)] {
        [
            ("login", login), ("login_key", login.folded), ("person_id", person),
            ("organization_id", organization), ("role", role.rawValue), ("state", state.rawValue),
            ("last_login_at", lastLoginAt),
        ]
    }

    func checked() throws -> Account {
        var account = self
        account.login = try LoginName(login).text
        return account
    }

    mutating func refer(to row: SQLRow) throws {
        person = try row.optionalInteger("person_id")
        organization = try row.optionalInteger("organization_id")
    }
}
