import Interview
import SQL

/// The numbers of people as interviewers and as students, inside a transaction.
struct ParticipantRows {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// Gives people their numbers, where they have none yet.
    func number(_ interview: InterviewDetails) throws {
        if let interviewer = interview.interviewer { try number(interviewer, as: .interviewer) }
        if let candidate = interview.candidate { try number(candidate, as: .student) }
    }

    /// Gives a person a number, unless there is one. Somebody who is not there gets none.
    func number(_ person: Int64, as part: Participant.Part) throws {
        try connection.run(
            """
            INSERT INTO \(part.table) (person_id) SELECT id FROM people WHERE id = \(person)
            AND NOT EXISTS (SELECT 1 FROM \(part.table) WHERE person_id = \(person))
            """)
    }

    /// - Throws: `RecordsError.notFound`, `damaged`.
    func participant(_ name: RecordName, as part: Participant.Part) throws -> Participant {
        let condition: SQLQuery =
            switch name {
            case .number(let number): "parts.id = \(number)"
            case .id(let id): "people.uuid = \(id)"
            }
        guard
            let row = try connection.row(
                "SELECT \(Participant.columns) FROM \(Participant.source(part)) WHERE \(condition)")
        else { throw RecordsError.notFound(kind: part.noun, name: "\(name)") }
        return try Participant(row)
    }
}
