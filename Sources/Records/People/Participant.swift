public import Interview
import SQL

/// Somebody as an interviewer or as a student, with the number that the person has as such.
public struct Participant: Sendable, Hashable {
    /// What people take part as; each counts from 1.
    public enum Part: Sendable, Hashable, CaseIterable {
        /// Who asks.
        case interviewer
        /// Who answers.
        case student

        /// What it is called in errors.
        public var noun: String {
            switch self {
            case .interviewer: "interviewer"
            case .student: "student"
            }
        }

        /// The role of people who are made for it.
        public var role: PersonRole {
            switch self {
            case .interviewer: .interviewer
            case .student: .candidate
            }
        }

        var table: SQLQuery {
            switch self {
            case .interviewer: "interviewers"
            case .student: "students"
            }
        }
    }

    /// The number among the interviewers or among the students; never given twice.
    public let number: Int64
    /// The person.
    public let person: KeptRecord<Person>
    /// The number of the person's account; `nil` for none.
    public let account: Int64?

    static let columns: SQLQuery = """
        people.id AS id, people.uuid AS uuid, people.body AS body, people.created_at AS created_at,
        people.updated_at AS updated_at, people.organization_id AS organization_id, parts.id AS part_number,
        (SELECT MIN(accounts.id) FROM accounts WHERE accounts.person_id = people.id) AS account_number
        """

    static func source(_ part: Part) -> SQLQuery {
        "\(part.table) AS parts JOIN people ON people.id = parts.person_id"
    }

    init(_ row: SQLRow) throws {
        number = try row.integer("part_number")
        person = try RecordRows<Person>.record(row)
        account = try row.optionalInteger("account_number")
    }
}
