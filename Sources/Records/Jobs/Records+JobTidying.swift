public import FoundationEssentials
import Interview
import SQL

/// Answers without a job, and jobs that are over.
extension Records {
    /// Keeps jobs for answers that were received and never judged, and for which none is kept: a program can end between the
    /// two.
    ///
    /// - Parameter interview: the number of an interview; `nil` for all that go on.
    /// - Returns: how many.
    /// - Throws: `RecordsError`.
    @discardableResult
    public func addForgottenJobs(
        of interview: Int64? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> Int {
        try await write { connection in
            let which: SQLQuery = interview.map { "AND i.id = \($0)" } ?? ""
            let rows = try connection.rows(
                """
                SELECT i.id AS interview, t.number AS turn, k.number AS take, k.id AS answer
                FROM takes k JOIN turns t ON t.id = k.turn_id JOIN interviews i ON i.id = k.interview_id
                WHERE k.state = 'received' AND k.recording IS NOT NULL AND i.state = 'inProgress' \(which)
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs j WHERE j.interview_id = i.id AND j.turn = t.number AND j.take = k.number
                            AND j.state <> \(Job.State.done.rawValue))
                ORDER BY k.id
                """)
            for row in rows {
                var job = Job(
                    .answer(
                        interview: try row.integer("interview"), turn: try row.count("turn"),
                        take: try row.count("take")), account: nil)
                job.answerNumber = try row.integer("answer")
                _ = try Self.insertJob(job, at: date, connection)
            }
            return rows.count
        }
    }

    /// The answers that wait though their job was given up: a program ended before it could say so. It is found also of a job that
    /// cannot be read.
    ///
    /// - Throws: `RecordsError`.
    public func givenUpAnswers() async throws(RecordsError) -> [GivenUpAnswer] {
        try await read { connection in
            try connection.rows(
                """
                SELECT j.interview_id, j.turn, j.take, j.reason FROM jobs j
                WHERE j.state = \(Job.State.failed.rawValue) AND EXISTS (
                        SELECT 1 FROM takes k JOIN turns t ON t.id = k.turn_id
                        WHERE k.interview_id = j.interview_id AND t.number = j.turn AND k.number = j.take
                            AND k.state = 'received')
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs n WHERE n.interview_id = j.interview_id AND n.turn = j.turn
                            AND n.take = j.take AND n.id > j.id)
                ORDER BY j.id LIMIT 100
                """
            ).map(GivenUpAnswer.init)
        }
    }

    /// Whether jobs are over since before a moment.
    ///
    /// - Throws: `RecordsError`.
    public func hasJobs(overBefore date: Date) async throws(RecordsError) -> Bool {
        try await read { connection in
            try connection.row("SELECT id FROM jobs WHERE \(Self.isOver(before: date)) LIMIT 1") != nil
        }
    }

    private static func isOver(before date: Date) -> SQLQuery {
        "state IN (\(Job.State.done.rawValue), \(Job.State.failed.rawValue)) AND updated_at < \(date)"
    }

    /// Forgets jobs that are over since before a moment.
    ///
    /// - Returns: the addresses of recordings that nothing names any more.
    /// - Throws: `RecordsError`.
    @discardableResult
    public func deleteJobs(overBefore date: Date) async throws(RecordsError) -> [String] {
        try await write { connection in
            let rows = try connection.rows(
                """
                DELETE FROM jobs WHERE \(Self.isOver(before: date)) RETURNING recording
                """)
            let files = try rows.compactMap { try $0.optionalText("recording") }
            return try RecordFiles(connection).unnamed(of: Set(files))
        }
    }

    /// The addresses of the recordings that jobs name which are over since before a moment.
    ///
    /// - Throws: `RecordsError`.
    public func recordings(ofJobsOverBefore date: Date) async throws(RecordsError) -> Set<String> {
        try await read {
            try RecordFiles($0).named(in: "jobs", "recording", where: Self.isOver(before: date))
        }
    }

    /// The recordings of jobs that some accounts ordered and that belong to no interview.
    static func recordings(
        orderedBy accounts: SQLQuery, _ connection: any SQLConnection
    ) throws -> Set<String> {
        try RecordFiles(connection).named(in: "jobs", "recording", where: isOwn(of: accounts))
    }

    /// Deletes the jobs that some accounts ordered and that belong to no interview; those of interviews are nobody's from then on.
    ///
    /// - Parameter accounts: A condition on the rows of accounts.
    static func deleteJobs(orderedBy accounts: SQLQuery, _ connection: any SQLConnection) throws {
        try connection.run("DELETE FROM jobs WHERE \(isOwn(of: accounts))")
        try disownJobs(orderedBy: accounts, connection)
    }

    /// Gives up the jobs that some accounts ordered and that belong to no interview, and makes them so old that they are forgotten with
    /// their recordings when jobs are tidied next; those of interviews are nobody's from then on.
    static func retireJobs(orderedBy accounts: SQLQuery, _ connection: any SQLConnection) throws {
        try connection.run(
            """
            UPDATE jobs SET state = \(Job.State.failed.rawValue), held_until = NULL, token = NULL, updated_at = 0
            WHERE \(isOwn(of: accounts))
            """)
        try disownJobs(orderedBy: accounts, connection)
    }

    private static func disownJobs(orderedBy accounts: SQLQuery, _ connection: any SQLConnection) throws {
        try connection.run(
            "UPDATE jobs SET account_id = NULL WHERE account_id IN (SELECT id FROM accounts WHERE \(accounts))"
        )
    }

    /// A condition on jobs: that some accounts ordered them, and that they belong to no interview.
    static func isOwn(of accounts: SQLQuery) -> SQLQuery {
        "interview_id IS NULL AND account_id IN (SELECT id FROM accounts WHERE \(accounts))"
    }
}
