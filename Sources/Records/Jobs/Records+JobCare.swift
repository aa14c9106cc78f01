public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// A page of the jobs, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func jobs(
        _ filter: JobFilter, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptJob> {
        try await read { connection in
            try ListQuery(
                columns: KeptJob.columns, source: "jobs", conditions: filter.conditions, key: "id"
            ).page(page, connection, KeptJob.init)
        }
    }

    /// Lets a job that was given up be done again, as if it had never been begun.
    ///
    /// - Throws: `RecordsError.notFound`; `taken` for one that was not given up.
    public func retryJob(_ name: RecordName, at date: Date = Date()) async throws(RecordsError) -> KeptJob {
        try await change(
            name,
            """
            UPDATE jobs SET state = \(Job.State.waiting.rawValue), attempts = 0, waits = 0, faults = 0,
                token = NULL, held_until = NULL, reason = NULL, updated_at = \(date)
            WHERE \(name.condition) AND state = \(Job.State.failed.rawValue) RETURNING \(KeptJob.columns)
            """, otherwise: "only a job that was given up is done again")
    }

    /// Gives a job up that is not over. A worker that has it loses it, and what comes of it is not kept.
    ///
    /// - Parameter reason: why, as a sentence.
    /// - Throws: `RecordsError.notFound`; `taken` for one that is over.
    public func cancelJob(
        _ name: RecordName, because reason: String, at date: Date = Date()
    ) async throws(RecordsError) -> KeptJob {
        try await change(
            name,
            """
            UPDATE jobs SET state = \(Job.State.failed.rawValue), held_until = NULL, token = NULL,
                reason = \(reason), updated_at = \(date)
            WHERE \(name.condition) AND state IN (\(Job.State.waiting.rawValue), \(Job.State.running.rawValue))
            RETURNING \(KeptJob.columns)
            """, otherwise: "it is over")
    }

    private func change(
        _ name: RecordName, _ statement: SQLQuery, otherwise reason: String
    ) async throws(RecordsError) -> KeptJob {
        try await write { connection in
            if let row = try connection.row(statement) { return try KeptJob(row) }
            guard let row = try connection.row("SELECT state FROM jobs WHERE \(name.condition)") else {
                throw RecordsError.notFound(kind: "job", name: "\(name)")
            }
            throw RecordsError.taken(reason: "Job \(name) is \(try row.text("state")): \(reason).")
        }
    }

    /// How many jobs there are of each state.
    ///
    /// - Throws: `RecordsError.database`.
    public func jobCounts() async throws(RecordsError) -> [Job.State: Int] {
        try await read { connection in
            try connection.rows("SELECT state, COUNT(*) AS n FROM jobs GROUP BY state").reduce(into: [:]) {
                guard let state = Job.State(rawValue: try $1.text("state")) else { return }
                $0[state] = try $1.count("n")
            }
        }
    }
}
