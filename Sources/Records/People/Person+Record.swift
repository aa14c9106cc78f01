import Interview
import SQL

extension Person: RecordValue {
    static var table: StaticString { "people" }
    static var noun: String { "person" }
    static var references: SQLQuery { "organization_id" }

    var columns: [(StaticString, any SQLConvertible)] {
        [
            ("organization_id", organization), ("role", role.rawValue), ("name", name),
            ("email", email?.folded),
            ("searched", [name, email ?? ""].joined(separator: "\n").folded),
        ]
    }

    mutating func refer(to row: SQLRow) throws { organization = try row.optionalInteger("organization_id") }

    /// Whoever asks or answers is numbered as such, and stays so in another role.
    func complete(_ number: Int64, _ connection: any SQLConnection) throws {
        for part in Participant.Part.allCases where part.role == role {
            try ParticipantRows(connection).number(number, as: part)
        }
    }
}
