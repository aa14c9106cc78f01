public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new interview.
    ///
    /// - Throws: `RecordsError.database` with a broken rule when there is one of its id, or a person, organization or other
    ///   record that it names is not there.
    @discardableResult
    public func keep(
        _ interview: Interview, recordings: [KeptRecording] = [], at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let kept = try rows.insert(interview, at: date)
            try rows.keep(recordings, of: kept.number)
            return kept
        }
    }

    /// Keeps an interview that stood in a folder, once: `nil` when that folder, or an interview of its id, was taken before.
    ///
    /// - Throws: `RecordsError.database`.
    public func keep(
        _ interview: Interview, recordings: [KeptRecording], fromFolder name: String, at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview? {
        try await write { connection in
            guard try connection.row("SELECT name FROM imported_folders WHERE name = \(name)") == nil else {
                return nil
            }
            let there = try connection.row(
                "SELECT id FROM interviews WHERE uuid = \(interview.id.lowercased())")
            let rows = InterviewRows(connection)
            let kept = try there == nil ? rows.insert(interview, at: date) : nil
            if let kept { try rows.keep(recordings, of: kept.number) }
            // Also a folder whose interview is there, such as one that was exported, is looked at once only.
            let number = try kept?.number ?? there?.integer("id")
            try connection.run(
                """
                INSERT INTO imported_folders (name, interview_id, imported_at)
                VALUES (\(name), \(number.sqlValue), \(date))
                """)
            return kept
        }
    }

    /// The names of the folders that were taken in.
    ///
    /// - Throws: `RecordsError.database`.
    public func importedFolders() async throws(RecordsError) -> Set<String> {
        try await read { Set(try $0.rows("SELECT name FROM imported_folders").map { try $0.text("name") }) }
    }

    /// Keeps what has become of an interview. Only what differs from `earlier` is written.
    ///
    /// - Parameters:
    ///   - recordings: where the content of recordings is kept that the interview names, and was not told before.
    ///   - forgotten: the names of recordings that are not kept any more.
    /// - Throws: `RecordsError.changedMeanwhile` when somebody else kept another state since `earlier` was read, `notFound`
    ///   when it was deleted.
    @discardableResult
    public func keep(
        _ interview: Interview, after earlier: KeptInterview, recordings: [KeptRecording] = [],
        forgetting forgotten: [String] = [], at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let kept = try rows.update(interview, after: earlier, at: date)
            try rows.keep(recordings, of: earlier.number)
            try rows.forget(forgotten, of: earlier.number)
            return kept
        }
    }

    /// Where the recordings of an interview are kept, by their names.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordings(of number: Int64) async throws(RecordsError) -> [String: KeptRecording] {
        try await read { connection in
            let files = try connection.rows(
                "SELECT name, recording, bytes FROM recording_files WHERE interview_id = \(number)"
            ).map { row in
                try KeptRecording(
                    name: row.text("name"), address: row.text("recording"), bytes: row.count("bytes"))
            }
            return Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        }
    }

    /// Reads an interview, changes it and keeps it, in one transaction.
    ///
    /// - Throws: `RecordsError.notFound`, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func change(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Interview) throws -> Void
    ) async throws(RecordsError) -> KeptInterview {
        try await write { connection in
            let rows = InterviewRows(connection)
            let earlier = try rows.interview(name)
            var interview = earlier.interview
            try change(&interview)
            return try rows.update(interview, after: earlier, at: date)
        }
    }

    /// An interview with all its questions and answers.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func interview(_ name: RecordName) async throws(RecordsError) -> KeptInterview {
        try await read { try InterviewRows($0).interview(name) }
    }

    /// A page of the interviews, newest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func interviews(
        _ filter: InterviewFilter = InterviewFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<InterviewListing> {
        try await read { connection in
            try filter.list(InterviewListing.columns, connection.dialect)
                .page(page, connection, InterviewListing.init)
        }
    }

    /// Whole interviews, newest first: those that a choice of questions or a comparison looks back on. One that cannot be read
    /// is left out: what is asked next does not depend on it.
    ///
    /// - Throws: `RecordsError.database`.
    public func latestInterviews(
        _ filter: InterviewFilter = InterviewFilter(), count: Int
    ) async throws(RecordsError) -> [KeptInterview] {
        try await read { connection in
            let rows = InterviewRows(connection)
            return try filter.list("id", connection.dialect)
                .page(.first(count), connection) { try rows.interview(.number($0.integer("id"))) }.items
        }
    }

    /// The scores of the last `count` completed interviews that were held before a moment and judged in one way, 0...100, in the
    /// order of time; those without a score do not count.
    ///
    /// - Parameter candidate: Whose; `nil` for those of nobody in particular.
    /// - Throws: `RecordsError.database`.
    public func scores(
        before date: Date, judged judging: InterviewJudging, candidate: Int64? = nil, count: Int
    ) async throws(RecordsError) -> [Double] {
        try await read {
            try Self.scores(before: date, judged: judging, candidate: candidate, count: count, $0)
        }
    }

    static func scores(
        before date: Date, judged judging: InterviewJudging, candidate: Int64?, count: Int,
        _ connection: any SQLConnection
    ) throws -> [Double] {
        var query: SQLQuery = """
            SELECT overall FROM interviews
            WHERE state = \(InterviewState.completed.rawValue) AND judging = \(judging.rawValue)
            AND held_at < \(date) AND overall IS NOT NULL
            """
        query.append(candidate.map { " AND candidate_id = \($0)" } ?? " AND candidate_id IS NULL")
        query.append(" ORDER BY held_at DESC, id DESC LIMIT \(count)")
        return try connection.rows(query).map { try $0.real("overall") }.reversed()
    }

    /// Deletes an interview with its questions, answers, conversation and reports.
    ///
    /// - Returns: The addresses of recordings and files that nothing names any more, for whoever keeps them to remove.
    /// - Throws: `RecordsError.notFound`.
    @discardableResult
    public func deleteInterview(_ name: RecordName) async throws(RecordsError) -> [String] {
        try await write { connection in
            let number = try Self.number(ofInterview: name, connection)
            return try Self.delete("id = \(number)", connection).files
        }
    }
}
