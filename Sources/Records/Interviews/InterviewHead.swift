public import Interview
import SQL

/// An interview without what was asked and answered in it, with who takes part.
public struct InterviewHead: Sendable, Hashable {
    /// Somebody who takes part.
    public struct Person: Sendable, Hashable {
        /// The number among the interviewers or among the students.
        public let number: Int64
        /// What the person is called.
        public let name: String
    }

    /// The interview; it has no turns, even where questions were put.
    public let kept: KeptInterview
    /// Who asks; `nil` for nobody in particular.
    public let interviewer: Person?
    /// Who answers; `nil` for nobody in particular.
    public let student: Person?

    /// The interview; it has no turns.
    public var interview: Interview { kept.interview }
    /// Its number.
    public var number: Int64 { kept.number }

    static let columns: SQLQuery = """
        id, revision, body, updated_at, organization_id, candidate_id, interviewer_id, template_id, resume_id,
        (SELECT interviewers.id FROM interviewers WHERE interviewers.person_id = interviews.interviewer_id) AS interviewer_number,
        (SELECT students.id FROM students WHERE students.person_id = interviews.candidate_id) AS student_number,
        (SELECT people.name FROM people WHERE people.id = interviews.interviewer_id) AS interviewer_name,
        (SELECT people.name FROM people WHERE people.id = interviews.candidate_id) AS student_name
        """

    init(_ row: SQLRow) throws {
        kept = try InterviewRows.head(row)
        func person(_ part: String) throws -> Person? {
            guard let number = try row.optionalInteger("\(part)_number") else { return nil }
            return Person(number: number, name: try row.text("\(part)_name"))
        }
        interviewer = try person("interviewer")
        student = try person("student")
    }
}

extension Records {
    /// An interview without its turns, with who takes part.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func interviewHead(_ name: RecordName) async throws(RecordsError) -> InterviewHead {
        try await read { connection in
            guard
                let row = try connection.row(
                    "SELECT \(InterviewHead.columns) FROM interviews WHERE \(name.condition)")
            else { throw RecordsError.notFound(kind: "interview", name: "\(name)") }
            return try InterviewHead(row)
        }
    }

    /// A page of interviews without their turns, with who takes part, newest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func interviewHeads(
        _ filter: InterviewFilter = InterviewFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<InterviewHead> {
        try await read { connection in
            try filter.list(InterviewHead.columns, connection.dialect)
                .page(page, connection, InterviewHead.init)
        }
    }
}
