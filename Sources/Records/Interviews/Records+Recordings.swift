import SQL

extension Records {
    /// All recordings that interviews name, in the order of the interviews.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordingFiles() async throws(RecordsError) -> [NamedRecording] {
        try await read { connection in
            try connection.rows(
                "SELECT interview_id, name, recording, bytes FROM recording_files ORDER BY interview_id, name"
            ).map { row in
                try NamedRecording(
                    interview: row.integer("interview_id"),
                    recording: KeptRecording(
                        name: row.text("name"), address: row.text("recording"), bytes: row.count("bytes")))
            }
        }
    }

    /// The addresses of all recordings and files that anything names.
    ///
    /// - Throws: `RecordsError.database`.
    public func recordingsNamed() async throws(RecordsError) -> Set<String> {
        try await read { connection in
            let ways = Self.namingColumns.map { place -> SQLQuery in
                "SELECT \(place.column) AS address FROM \(place.table) WHERE \(place.column) IS NOT NULL"
            }
            let rows = try connection.rows(SQLQuery.joined(ways, by: " UNION "))
            return Set(try rows.map { try $0.text("address") })
        }
    }

    /// The columns that hold addresses; `turns` and `takes` hold names, which are addresses in no vault.
    private static let namingColumns: [(table: SQLQuery, column: SQLQuery)] = [
        ("recording_files", "recording"), ("messages", "recording"), ("resumes", "recording"),
        ("reports", "file"),
    ]

    /// The addresses that an interview names, with its messages and reports.
    static func addresses(
        namedBy interview: Int64, _ connection: any SQLConnection
    ) throws -> Set<String> {
        let ways = namingColumns.filter { $0.table != "resumes" }.map { place -> SQLQuery in
            """
            SELECT \(place.column) AS address FROM \(place.table)
            WHERE \(place.column) IS NOT NULL AND interview_id = \(interview)
            """
        }
        return Set(try connection.rows(SQLQuery.joined(ways, by: " UNION ")).map { try $0.text("address") })
    }

    /// Whether anything names an address.
    static func isNamed(_ address: String, _ connection: any SQLConnection) throws -> Bool {
        let ways = namingColumns.map { place -> SQLQuery in
            "SELECT 1 AS n FROM \(place.table) WHERE \(place.column) = \(address)"
        }
        return try connection.row("\(SQLQuery.joined(ways, by: " UNION ALL ")) LIMIT 1") != nil
    }
}
