import Accounts
import Interview
import SQL

extension AccountInfo {
    /// What is read of a row.
    static let columns: SQLQuery = """
        accounts.id AS id, accounts.uuid AS uuid, accounts.login AS login, accounts.role AS role,
        accounts.state AS state, accounts.organization_id AS organization_id, accounts.person_id AS person_id,
        accounts.created_at AS created_at, accounts.last_login_at AS last_login_at,
        people.body AS person_body
        """

    /// Where it is read.
    static let source: SQLQuery = "accounts LEFT JOIN people ON people.id = accounts.person_id"

    /// An account of a row.
    init(_ row: SQLRow) throws {
        let number = try row.integer("id")
        let login = try row.text("login")
        let person: Person? = try row.optionalText("person_body").map {
            try RecordCoding.value($0, kind: Person.noun, name: "of account \(number)")
        }
        self.init(
            number: number, id: try row.text("uuid"), login: login, email: person?.email,
            name: person?.name ?? login, role: try Self.value(row, "role", number),
            organization: try row.optionalInteger("organization_id"),
            state: try Self.value(row, "state", number), person: try row.optionalInteger("person_id"),
            createdAt: try row.date("created_at"), lastLoginAt: try row.optionalDate("last_login_at"))
    }

    private static func value<Value: RawRepresentable<String>>(
        _ row: SQLRow, _ column: String, _ number: Int64
    ) throws -> Value {
        let text = try row.text(column)
        guard let value = Value(rawValue: text) else {
            throw RecordsError.damaged(
                kind: Account.noun, name: "\(number)", reason: "its \(column) is \(text)")
        }
        return value
    }
}
