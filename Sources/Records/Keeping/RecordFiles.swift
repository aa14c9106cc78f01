import SQL

/// The addresses of recordings and other files that rows name, inside a transaction.
struct RecordFiles {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// The columns that name files.
    private static let places: [(table: SQLQuery, column: SQLQuery)] = [
        ("recording_files", "recording"), ("messages", "recording"), ("resumes", "recording"),
        ("reports", "file"), ("jobs", "recording"),
    ]

    /// The files that a column names in the rows that fulfil a condition.
    func named(in table: SQLQuery, _ column: SQLQuery, where condition: SQLQuery) throws -> Set<String> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT \(column) AS file FROM \(table)
                WHERE \(column) IS NOT NULL AND \(condition)
                """
            ).map { try $0.text("file") })
    }

    /// The files that some interviews name, with their answers, messages and reports.
    func named(byInterviewsWhere condition: SQLQuery) throws -> Set<String> {
        var files: Set<String> = []
        for place in Self.places where place.table != "resumes" {
            files.formUnion(
                try named(
                    in: place.table, place.column,
                    where: "interview_id IN (SELECT id FROM interviews WHERE \(condition))"))
        }
        return files
    }

    /// All files that anything names.
    func all() throws -> Set<String> {
        try Self.places.reduce(into: []) { files, place in
            files.formUnion(try named(in: place.table, place.column, where: "1 = 1"))
        }
    }

    /// Those of some files that nothing names any more, in order.
    func unnamed(of files: Set<String>) throws -> [String] {
        try files.filter { file in
            let ways = Self.places.map { place -> SQLQuery in
                "SELECT 1 AS n FROM \(place.table) WHERE \(place.column) = \(file)"
            }
            return try connection.row("\(SQLQuery.joined(ways, by: " UNION ALL ")) LIMIT 1") == nil
        }.sorted()
    }
}
