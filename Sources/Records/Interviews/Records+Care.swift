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

    /// The number and the id of an interview, also of one that cannot be read.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func identity(ofInterview name: RecordName) async throws(RecordsError) -> (
        number: Int64, id: String
    ) {
        try await read { connection in
            guard let row = try connection.row("SELECT id, uuid FROM interviews WHERE \(name.condition)")
            else {
                throw RecordsError.notFound(kind: "interview", name: "\(name)")
            }
            return (try row.integer("id"), try row.text("uuid"))
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

    /// The name of the folder that an interview was taken out of; `nil` for one that began in the database.
    ///
    /// - Throws: `RecordsError.database`.
    public func importedFolder(ofInterview number: Int64) async throws(RecordsError) -> String? {
        try await read { connection in
            try connection.row("SELECT name FROM imported_folders WHERE interview_id = \(number)")?.text(
                "name")
        }
    }

    /// Takes the words of all texts that were deleted out of the index of a search, where they stay for a while otherwise.
    ///
    /// - Throws: `RecordsError.database`.
    public func forgetDeletedWords() async throws(RecordsError) {
        try await write { connection in
            // PostgreSQL keeps the words in the row, so that they go with it.
            guard connection.dialect == .sqlite else { return }
            try connection.run("INSERT INTO search_index (search_index) VALUES ('optimize')")
        }
    }
}
