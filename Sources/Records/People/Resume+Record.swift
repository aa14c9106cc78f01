import Interview
import SQL

extension Resume: RecordValue {
    static var table: StaticString { "resumes" }
    static var noun: String { "resume" }
    static var references: SQLQuery {
        "(SELECT people.uuid FROM people WHERE people.id = resumes.person_id) AS person_uuid"
    }

    var columns: [(StaticString, any SQLConvertible)] {
        [("file_name", fileName), ("content_hash", contentHash)]
    }

    func checked() throws -> Resume { self }

    mutating func refer(to row: SQLRow) throws { person = try row.optionalText("person_uuid") }
}
