import SQL

/// Rows that go into a table many at a time.
struct MultiRowInsert {
    private let head: SQLQuery
    private var rows: [SQLQuery] = []
    private let rowsAtOnce: Int

    init(_ table: StaticString, _ columns: [StaticString]) {
        let names = columns.map { SQLQuery.trusted("\($0)") }
        head = "INSERT INTO \(SQLQuery.trusted("\(table)")) (\(SQLQuery.joined(names, by: ", "))) VALUES "
        // SQLite takes 32,766 values in a statement, and more rows at once are no quicker.
        rowsAtOnce = max(1, 1000 / columns.count)
    }

    mutating func add(_ values: [any SQLConvertible], _ connection: any SQLConnection) throws {
        rows.append("(\(SQLQuery.list(values)))")
        if rows.count == rowsAtOnce { try finish(connection) }
    }

    /// Writes what is left.
    mutating func finish(_ connection: any SQLConnection) throws {
        guard !rows.isEmpty else { return }
        try connection.run("\(head)\(SQLQuery.joined(rows, by: ", "))")
        rows = []
    }
}
