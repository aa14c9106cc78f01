import Interview
import SQL

extension Records {
    /// All that is kept about a person, as of one moment.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func export(person name: RecordName) async throws(RecordsError) -> PersonExport {
        try await read { connection in
            let person = try RecordRows(connection, Person.self).record(name)
            let number = person.number
            let files = RecordFiles(connection)
            let named = try files.named(byInterviewsWhere: "candidate_id = \(number)")
                .union(files.named(in: "resumes", "recording", where: "person_id = \(number)"))
            return PersonExport(
                person: person,
                organization: try person.value.organization.map {
                    try RecordRows(connection).record(.number($0))
                },
                resumes: try RecordRows(connection).records(where: "person_id = \(number)"),
                interviews: try Self.held(where: "candidate_id = \(number)", connection),
                asked: try connection.rows(
                    """
                    SELECT \(InterviewListing.columns) FROM interviews
                    WHERE interviewer_id = \(number) ORDER BY id
                    """
                ).map(InterviewListing.init),
                banks: try RecordRows(connection).records(where: "owner_id = \(number)"),
                templates: try RecordRows(connection).records(where: "owner_id = \(number)"),
                files: named.sorted())
        }
    }

    /// All that is kept about everybody, as of one moment.
    ///
    /// - Throws: `RecordsError.damaged`.
    public func exportEverything() async throws(RecordsError) -> WholeExport {
        try await read { connection in
            WholeExport(
                people: try RecordRows(connection).records(where: "1 = 1"),
                organizations: try RecordRows(connection).records(where: "1 = 1"),
                resumes: try RecordRows(connection).records(where: "1 = 1"),
                interviews: try Self.held(where: "1 = 1", connection),
                banks: try RecordRows(connection).records(where: "key IS NULL"),
                templates: try RecordRows(connection).records(where: "key IS NULL"),
                files: try RecordFiles(connection).all().sorted())
        }
    }

    /// The interviews that fulfil a condition, with what belongs to them.
    private static func held(
        where condition: SQLQuery, _ connection: any SQLConnection
    ) throws -> [PersonExport.HeldInterview] {
        let rows = InterviewRows(connection)
        return try connection.rows("SELECT id FROM interviews WHERE \(condition) ORDER BY id").map { row in
            let number = try row.integer("id")
            return PersonExport.HeldInterview(
                number: number, interview: try rows.interview(.number(number)).interview,
                messages: try messages(of: number, connection),
                reports: try connection.rows(
                    "SELECT \(KeptReport.columns) FROM reports WHERE interview_id = \(number) ORDER BY id"
                ).map(KeptReport.init))
        }
    }
}
