public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a job that was accepted.
    ///
    /// - Throws: `RecordsError`.
    @discardableResult
    public func add(_ job: Job, at date: Date = Date()) async throws(RecordsError) -> KeptJob {
        try await write { try Self.insert(job, at: date, $0) }
    }

    private static func insert(
        _ job: Job, at date: Date, _ connection: any SQLConnection
    ) throws -> KeptJob {
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", UUID().uuidString.lowercased().sqlValue), ("interview_id", job.interview.sqlValue),
            ("recording", job.recording.sqlValue), ("state", Job.State.waiting.rawValue.sqlValue),
            ("attempts", 0.sqlValue), ("body", try RecordCoding.text(job).sqlValue),
            ("created_at", date.sqlValue), ("updated_at", date.sqlValue),
        ]
        return try KeptJob(
            connection.oneRow("\(SQLQuery.insert(into: "jobs", columns)) RETURNING \(KeptJob.columns)"))
    }

    /// Gives a worker the job that waits longest: one that nobody has, or whose worker let the moment pass until which it had
    /// it. A job that was begun too often is given up in place of that.
    ///
    /// - Parameters:
    ///   - until: until when the worker has it.
    /// - Returns: `nil` when none waits.
    /// - Throws: `RecordsError`.
    public func takeJob(until: Date, at date: Date = Date()) async throws(RecordsError) -> KeptJob? {
        try await write { connection in
            let isFree: SQLQuery = """
                (state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
                    AND (held_until IS NULL OR held_until < \(date)))
                """
            try connection.run(
                """
                UPDATE jobs SET state = \(Job.State.failed.rawValue), held_until = NULL, updated_at = \(date),
                    reason = \("The work ended its process \(Job.limitAttempts) times.")
                WHERE \(isFree) AND attempts >= \(Job.limitAttempts)
                """)
            let row = try connection.row(
                """
                UPDATE jobs SET state = \(Job.State.running.rawValue), attempts = attempts + 1,
                    held_until = \(until), updated_at = \(date)
                WHERE id = (SELECT MIN(id) FROM jobs WHERE \(isFree)) RETURNING \(KeptJob.columns)
                """)
            return try row.map(KeptJob.init)
        }
    }

    /// Keeps a job for its worker a while longer.
    ///
    /// - Returns: whether the worker still has it.
    /// - Throws: `RecordsError`.
    public func hold(_ job: KeptJob, until: Date) async throws(RecordsError) -> Bool {
        try await write { connection in
            try connection.run("UPDATE jobs SET held_until = \(until) WHERE \(Self.isHeld(job))") == 1
        }
    }

    /// Gives a job back that was not done, without counting the attempt; nobody takes it before a moment.
    ///
    /// - Throws: `RecordsError`.
    public func giveBack(
        _ job: KeptJob, until: Date, at date: Date = Date()
    ) async throws(RecordsError) {
        try await write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = \(Job.State.waiting.rawValue), attempts = attempts - 1, held_until = \(until),
                    updated_at = \(date)
                WHERE \(Self.isHeld(job))
                """)
        }
    }

    /// Keeps that a job is done, with what came of it; nothing when the worker had lost it.
    ///
    /// - Throws: `RecordsError`.
    public func finish(
        _ job: KeptJob, text: String? = nil, at date: Date = Date()
    ) async throws(RecordsError) {
        var done = job.job
        done.text = text
        try await end(job, as: .done, done, reason: nil, at: date)
    }

    /// Keeps that a job was given up, and why; nothing when the worker had lost it.
    ///
    /// - Throws: `RecordsError`.
    public func fail(
        _ job: KeptJob, reason: String, at date: Date = Date()
    ) async throws(RecordsError) {
        try await end(job, as: .failed, job.job, reason: reason, at: date)
    }

    private func end(
        _ kept: KeptJob, as state: Job.State, _ job: Job, reason: String?, at date: Date
    ) async throws(RecordsError) {
        try await write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = \(state.rawValue), body = \(try RecordCoding.text(job)),
                    reason = \(reason.sqlValue), held_until = NULL, updated_at = \(date)
                WHERE \(Self.isHeld(kept))
                """)
        }
    }

    /// That a worker still has a job: it is running in the attempt in which it took it.
    private static func isHeld(_ job: KeptJob) -> SQLQuery {
        "id = \(job.number) AND state = \(Job.State.running.rawValue) AND attempts = \(job.attempts)"
    }

    /// A job.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func job(_ name: RecordName) async throws(RecordsError) -> KeptJob {
        try await read { connection in
            guard
                let row = try connection.row(
                    "SELECT \(KeptJob.columns) FROM jobs WHERE \(name.condition)")
            else { throw RecordsError.notFound(kind: "job", name: "\(name)") }
            return try KeptJob(row)
        }
    }

    /// A page of the jobs, the latest first.
    ///
    /// - Parameters:
    ///   - interview: the number of an interview; `nil` for all.
    ///   - state: how far they are; `nil` for any.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func jobs(
        of interview: Int64? = nil, state: Job.State? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptJob> {
        try await jobs(JobFilter(interview: interview, state: state), page: page)
    }

    /// How many jobs are not over.
    ///
    /// - Throws: `RecordsError`.
    public func openJobs() async throws(RecordsError) -> Int {
        try await read { connection in
            try connection.oneRow(
                """
                SELECT COUNT(*) AS n FROM jobs
                WHERE state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
                """
            ).count("n")
        }
    }

    /// Keeps jobs for answers that were received and never judged, and for which none is kept: a program can end between the
    /// two.
    ///
    /// - Returns: how many.
    /// - Throws: `RecordsError`.
    @discardableResult
    public func addForgottenJobs(at date: Date = Date()) async throws(RecordsError) -> Int {
        try await write { connection in
            let rows = try connection.rows(
                """
                SELECT i.id AS interview, t.number AS turn, k.number AS take
                FROM takes k JOIN turns t ON t.id = k.turn_id JOIN interviews i ON i.id = k.interview_id
                WHERE k.state = 'received' AND k.recording IS NOT NULL AND i.state = 'inProgress'
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs j WHERE j.interview_id = i.id
                            AND j.state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue)))
                ORDER BY k.id
                """)
            for row in rows {
                let job = Job(
                    .answer(
                        interview: try row.integer("interview"), turn: try row.count("turn"),
                        take: try row.count("take")), account: nil)
                _ = try Self.insert(job, at: date, connection)
            }
            return rows.count
        }
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
                DELETE FROM jobs
                WHERE state IN (\(Job.State.done.rawValue), \(Job.State.failed.rawValue)) AND updated_at < \(date)
                RETURNING recording
                """)
            let files = try rows.compactMap { try $0.optionalText("recording") }
            return try RecordFiles(connection).unnamed(of: Set(files))
        }
    }
}
