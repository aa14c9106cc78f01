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
            ("turn", job.answer?.turn.sqlValue ?? .null), ("take", job.answer?.take.sqlValue ?? .null),
            ("account_id", job.account.sqlValue),
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
        _ job: KeptJob, text: String? = nil, heard: HeardSpeech? = nil, at date: Date = Date()
    ) async throws(RecordsError) {
        var done = job.job
        done.text = heard?.text ?? text
        done.heard = heard
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
    ///   - account: the number of the account that ordered them; `nil` for all.
    ///   - interview: the number of an interview; `nil` for all.
    ///   - state: how far they are; `nil` for any.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func jobs(
        orderedBy account: Int64? = nil, of interview: Int64? = nil, state: Job.State? = nil,
        page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptJob> {
        try await jobs(JobFilter(account: account, interview: interview, state: state), page: page)
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

    /// The job that hears an answer and is not over; `nil` when there is none.
    ///
    /// - Throws: `RecordsError`.
    public func openJob(
        hearing take: Int, of turn: Int, in interview: Int64
    ) async throws(RecordsError) -> KeptJob? {
        try await read { connection in
            try connection.row(
                """
                SELECT \(KeptJob.columns) FROM jobs
                WHERE interview_id = \(interview) AND turn = \(turn) AND take = \(take)
                    AND state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
                ORDER BY id LIMIT 1
                """
            ).map(KeptJob.init)
        }
    }

    /// How many jobs come before one that waits: those that were ordered before and are not over.
    ///
    /// - Throws: `RecordsError`.
    public func jobs(before job: KeptJob) async throws(RecordsError) -> Int {
        try await read { connection in
            try connection.oneRow(
                """
                SELECT COUNT(*) AS n FROM jobs
                WHERE state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue)) AND id < \(job.number)
                """
            ).count("n")
        }
    }

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
                _ = try Self.insert(job, at: date, connection)
            }
            return rows.count
        }
    }

    /// The answers that wait though their job was given up, each with that job: a program ended before it could say so.
    ///
    /// - Throws: `RecordsError`.
    public func givenUpAnswers() async throws(RecordsError) -> [KeptJob] {
        try await read { connection in
            try connection.rows(
                """
                SELECT \(KeptJob.columns) FROM jobs j
                WHERE j.state = \(Job.State.failed.rawValue) AND EXISTS (
                        SELECT 1 FROM takes k JOIN turns t ON t.id = k.turn_id
                        WHERE k.interview_id = j.interview_id AND t.number = j.turn AND k.number = j.take
                            AND k.state = 'received')
                    AND NOT EXISTS (
                        SELECT 1 FROM jobs n WHERE n.interview_id = j.interview_id AND n.turn = j.turn
                            AND n.take = j.take AND n.id > j.id)
                ORDER BY j.id LIMIT 100
                """
            ).map(KeptJob.init)
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
}
