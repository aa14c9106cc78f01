public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new person as an interviewer or a student.
    ///
    /// - Throws: what `keep(_:)` of a person throws.
    public func keep(
        _ person: Person, as part: Participant.Part, at date: Date = Date()
    ) async throws(RecordsError) -> Participant {
        try await write { connection in
            let person = try person.checked()
            try Self.requireFree(person, connection)
            let kept = try RecordRows(connection).insert(person, at: date)
            let rows = ParticipantRows(connection)
            try rows.number(kept.number, as: part)
            return try rows.participant(.id(person.id.lowercased()), as: part)
        }
    }

    /// An interviewer or a student.
    ///
    /// - Parameter name: the number as such, or the person's id.
    /// - Throws: `RecordsError.notFound` also for somebody who is not the one that was asked for; `damaged`.
    public func participant(
        _ name: RecordName, as part: Participant.Part
    ) async throws(RecordsError) -> Participant {
        try await read { try ParticipantRows($0).participant(name, as: part) }
    }

    /// A page of the interviewers or the students, the first first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func participants(
        as part: Participant.Part, reach: RecordReach? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<Participant> {
        try await read { connection in
            try ListQuery(
                columns: Participant.columns, source: Participant.source(part),
                conditions: reach.map { [$0.condition(of: ["people.id"])] } ?? [], key: "parts.id",
                id: "parts.id", isDescending: false
            ).page(page, connection, Participant.init)
        }
    }
}
