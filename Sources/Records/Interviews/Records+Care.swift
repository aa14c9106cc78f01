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

    /// The names of the folders that some interviews were taken out of, in order. A folder that an interview of its id was found
    /// in counts as well, such as one that was exported.
    ///
    /// - Throws: `RecordsError.database`.
    public func importedFolders(ofInterviews numbers: Set<Int64>) async throws(RecordsError) -> [String] {
        try await read { connection in
            try connection.rows(
                "SELECT name, interview_id FROM imported_folders WHERE interview_id IS NOT NULL ORDER BY name"
            ).filter { numbers.contains(try $0.integer("interview_id")) }.map { try $0.text("name") }
        }
    }

    /// Forgets that folders were taken in, as when they are gone: one of such a name is taken in again.
    ///
    /// - Throws: `RecordsError.database`.
    public func forget(importedFolders names: [String]) async throws(RecordsError) {
        guard !names.isEmpty else { return }
        try await write { connection in
            for name in names {
                try connection.run("DELETE FROM imported_folders WHERE name = \(name)")
            }
        }
    }
}
