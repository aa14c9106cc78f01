public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new interview.
    ///
    /// - Throws: `RecordsError.database` with a broken rule when there is one of its id, or a person, organization or other
    ///   record that it names is not there.
    @discardableResult
    public func keep(_ interview: Interview, at date: Date = Date()) async throws(RecordsError)
        -> KeptInterview
    {
        try await write { try InterviewRows($0).insert(interview, at: date) }
    }

    /// Keeps what has become of an interview. Only what differs from `earlier` is written.
    ///
    /// - Throws: `RecordsError.changedMeanwhile` when somebody else kept another state since `earlier` was read, `notFound`
    ///   when it was deleted.
    @discardableResult
    public func keep(
        _ interview: Interview, after earlier: KeptInterview, at date: Date = Date()
    ) async throws(RecordsError) -> KeptInterview {
        try await write { try InterviewRows($0).update(interview, after: earlier, at: date) }
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
            try ListQuery(
                columns: InterviewListing.columns, source: "interviews", conditions: filter.conditions,
                key: "held_at"
            ).page(page, connection, InterviewListing.init)
        }
    }

    /// Whole interviews, newest first: those that a choice of questions or a comparison looks back on.
    ///
    /// - Throws: `RecordsError.damaged` when one cannot be read.
    public func latestInterviews(
        _ filter: InterviewFilter = InterviewFilter(), count: Int
    ) async throws(RecordsError) -> [KeptInterview] {
        try await read { connection in
            let rows = InterviewRows(connection)
            return try ListQuery(
                columns: "id", source: "interviews", conditions: filter.conditions, key: "held_at"
            ).page(.first(count), connection) { try rows.interview(.number($0.integer("id"))) }.items
        }
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
