import Interview
import SQL

extension Records {
    /// What is kept about a person or about everybody.
    ///
    /// - Throws: `RecordsError.notFound` for the person.
    public func holdings(_ scope: Holdings.Scope) async throws(RecordsError) -> Holdings {
        try await read { connection in
            let people = RecordRows(connection, Person.self)
            let files = RecordFiles(connection)
            switch scope {
            case .person(let name):
                let person = try people.record(name)
                let interviews = try Self.interviews(where: "candidate_id = \(person.number)", connection)
                return Holdings(
                    interviews: interviews, people: [person],
                    resumes: try Self.count("resumes", where: "person_id = \(person.number)", connection),
                    accounts: try Self.count("accounts", where: "person_id = \(person.number)", connection),
                    files: try files.named(byInterviewsWhere: "candidate_id = \(person.number)").union(
                        files.named(in: "resumes", "recording", where: "person_id = \(person.number)")
                    ).union(Self.recordings(orderedBy: "person_id = \(person.number)", connection)),
                    sessionFolders: try connection.rows(
                        """
                        SELECT name FROM imported_folders WHERE interview_id IN
                        (SELECT id FROM interviews WHERE candidate_id = \(person.number)) ORDER BY name
                        """
                    ).map { try $0.text("name") })
            case .everything:
                return Holdings(
                    interviews: try Self.interviews(where: "1 = 1", connection),
                    people: try people.records(where: "1 = 1"),
                    resumes: try Self.count("resumes", where: "1 = 1", connection),
                    accounts: try Self.count("accounts", where: "1 = 1", connection),
                    files: try files.all(),
                    sessionFolders: try connection.rows("SELECT name FROM imported_folders ORDER BY name")
                        .map { try $0.text("name") })
            }
        }
    }

    /// The ids of the interviews that fulfil a condition, by their numbers.
    static func interviews(
        where condition: SQLQuery, _ connection: any SQLConnection
    ) throws -> [Int64: String] {
        let rows = try connection.rows("SELECT id, uuid FROM interviews WHERE \(condition)")
        return Dictionary(
            try rows.map { (try $0.integer("id"), try $0.text("uuid")) }, uniquingKeysWith: { $1 })
    }

    private static func count(
        _ table: SQLQuery, where condition: SQLQuery, _ connection: any SQLConnection
    ) throws -> Int {
        try connection.oneRow("SELECT COUNT(*) AS n FROM \(table) WHERE \(condition)").count("n")
    }
}
