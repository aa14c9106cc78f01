import SQL

extension Records {
    /// The numbers of all interviews, in order.
    ///
    /// - Throws: `RecordsError.database`.
    public func interviewNumbers() async throws(RecordsError) -> [Int64] {
        try await read { connection in
            try connection.rows("SELECT id FROM interviews ORDER BY id").map { try $0.integer("id") }
        }
    }

    /// Reads an interview as a whole and as a list shows it.
    ///
    /// - Throws: `RecordsError.damaged` when a part of it is not what belongs there, `notFound`.
    public func requireReadable(interview number: Int64) async throws(RecordsError) {
        try await read { connection in
            _ = try InterviewRows(connection).interview(.number(number))
            _ = try connection.rows("SELECT \(InterviewListing.columns) FROM interviews WHERE id = \(number)")
                .map(InterviewListing.init)
        }
    }

    /// The name of the folder that an interview was taken out of; `nil` for one that began in the database, or is not there.
    ///
    /// - Throws: `RecordsError.database`.
    public func importedFolder(ofInterview name: RecordName) async throws(RecordsError) -> String? {
        try await read { connection in
            try connection.row(
                """
                SELECT name FROM imported_folders
                WHERE interview_id IN (SELECT id FROM interviews WHERE \(name.condition))
                """)?.text("name")
        }
    }
}
