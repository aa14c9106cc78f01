public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a job that was accepted. An answer that is being heard already, or waits to be, has one job and no second one.
    ///
    /// - Returns: the job, or the one that there is.
    /// - Throws: `RecordsError`.
    @discardableResult
    public func add(_ job: Job, at date: Date = Date()) async throws(RecordsError) -> KeptJob {
        try await write { connection in
            guard let interview = job.interview, let (turn, take) = job.answer,
                let open = try Self.openJob(hearing: take, of: turn, in: interview, connection)
            else { return try Self.insertJob(job, at: date, connection) }
            // Nobody ordered it so far: it was found to be missing. Or it would not judge again what was judged meanwhile.
            let isOrdered = open.job.account == nil && job.account != nil
            let isAgain = job.judgesAgain == true && open.job.judgesAgain != true
            guard open.state == .waiting, isOrdered || isAgain else { return open }
            return try KeptJob(
                connection.oneRow(
                    """
                    UPDATE jobs SET account_id = \(job.account.sqlValue), body = \(try RecordCoding.text(job)),
                        updated_at = \(date)
                    WHERE id = \(open.number) RETURNING \(KeptJob.columns)
                    """))
        }
    }

    static func insertJob(
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
    /// it. A job that was begun too often is given up in place of that, and so is one that cannot be read.
    ///
    /// - Parameters:
    ///   - until: until when the worker has it.
    /// - Returns: `nil` when none waits.
    /// - Throws: `RecordsError`.
    public func takeJob(until: Date, at date: Date = Date()) async throws(RecordsError) -> KeptJob? {
        let token = UUID().uuidString.lowercased()
        return try await write { connection in
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
            while let row = try connection.row(
                """
                UPDATE jobs SET state = \(Job.State.running.rawValue), attempts = attempts + 1, token = \(token),
                    held_until = \(until), updated_at = \(date)
                WHERE id = (SELECT MIN(id) FROM jobs WHERE \(isFree)) RETURNING \(KeptJob.columns)
                """)
            {
                do { return try KeptJob(row) } catch {
                    // It must not stand before all others for ever.
                    try connection.run(
                        """
                        UPDATE jobs SET state = \(Job.State.failed.rawValue), held_until = NULL, token = NULL,
                            reason = \(Self.unreadable)
                        WHERE id = \(try row.integer("id"))
                        """)
                }
            }
            return nil
        }
    }

    /// Why a job is given up that cannot be read.
    private static let unreadable =
        "What was ordered cannot be read: it is damaged, or a newer version of Viva has written it. Order it again."

    /// Keeps a job for its worker a while longer.
    ///
    /// - Returns: whether the worker still has it.
    /// - Throws: `RecordsError`.
    public func hold(_ job: KeptJob, until: Date) async throws(RecordsError) -> Bool {
        try await write { connection in
            try connection.run("UPDATE jobs SET held_until = \(until) WHERE \(Self.isHeld(job))") == 1
        }
    }

    /// Gives a job back that was not done, without counting the attempt; nobody takes it before a moment. Until somebody does, the
    /// worker may still say that it is done.
    ///
    /// - Parameter pause: why it is given back, which is counted.
    /// - Throws: `RecordsError`.
    public func giveBack(
        _ job: KeptJob, until: Date, counting pause: JobPause = .nothing, at date: Date = Date()
    ) async throws(RecordsError) {
        try await write { connection in
            try connection.run(
                """
                UPDATE jobs SET state = \(Job.State.waiting.rawValue), attempts = attempts - 1, held_until = \(until),
                    waits = waits + \(pause == .inTheWay ? 1 : 0), faults = faults + \(pause == .fault ? 1 : 0),
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
                WHERE \(Self.wasLastTaken(kept)) AND state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
                """)
        }
    }

    /// That a worker still has a job: it is running, and nobody took it since.
    private static func isHeld(_ job: KeptJob) -> SQLQuery {
        "\(wasLastTaken(job)) AND state = \(Job.State.running.rawValue)"
    }

    /// That a worker was the last that took a job. Each taking has a token of its own.
    private static func wasLastTaken(_ job: KeptJob) -> SQLQuery {
        "id = \(job.number) AND token = \(job.token.sqlValue)"
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
        try await read { try Self.openJob(hearing: take, of: turn, in: interview, $0) }
    }

    private static func openJob(
        hearing take: Int, of turn: Int, in interview: Int64, _ connection: any SQLConnection
    ) throws -> KeptJob? {
        try connection.row(
            """
            SELECT \(KeptJob.columns) FROM jobs
            WHERE interview_id = \(interview) AND turn = \(turn) AND take = \(take)
                AND state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
            ORDER BY id LIMIT 1
            """
        ).map(KeptJob.init)
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
}
