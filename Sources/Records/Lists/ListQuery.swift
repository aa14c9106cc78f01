import SQL

/// A list in SQL: what it shows, from where, under which conditions, in which order; and pages of it.
struct ListQuery {
    /// The columns.
    var columns: SQLQuery
    /// The table with what is joined to it.
    var source: SQLQuery
    /// All must hold.
    var conditions: [SQLQuery] = []
    /// The column that the list is sorted by, a whole number, and which way; items that share it are sorted by `id`.
    var key: SQLQuery
    /// The column that tells items apart.
    var id: SQLQuery = "id"
    /// Whether the largest come first.
    var isDescending = true
    /// The source and conditions that give the same number of rows quicker; `nil` where there are none.
    var counted: (source: SQLQuery, conditions: [SQLQuery])?

    /// One page, each row made into an item; one that cannot be read is named instead.
    ///
    /// The columns must contain `list_key` and `list_id`, which this adds.
    func page<Item: Sendable>(
        _ request: PageRequest, _ connection: any SQLConnection, _ item: (SQLRow) throws -> Item
    ) throws -> RecordsPage<Item> {
        switch request {
        case .after(let place, _):
            // One more than is wanted says whether there is a next page.
            let rows = try rows(behind: place, count: request.count + 1, connection)
            let shown = rows.prefix(request.count)
            let next = rows.count > request.count ? try shown.last.map(Self.place(of:)) : nil
            return try RecordsPage(rows: shown, next: next, item)
        case .skipping(let skipped, _):
            let skipped = max(0, skipped)
            let total = try total(connection)
            let left = max(0, total - skipped)
            let count = min(request.count, left)
            // The nearer end of the list is where it is counted from.
            let isNearEnd = left - count < skipped
            let found =
                count == 0
                ? []
                : try (isNearEnd ? reversed : self)
                    .rows(count: count, skipping: isNearEnd ? left - count : skipped, connection)
            let rows = isNearEnd ? found.reversed() : found
            return try RecordsPage(
                rows: rows, total: total, next: count == left ? nil : rows.last.map(Self.place(of:)), item)
        }
    }

    /// The same the other way round.
    private var reversed: ListQuery {
        var list = self
        list.isDescending.toggle()
        return list
    }

    private func rows(
        behind place: String? = nil, count: Int, skipping skipped: Int = 0, _ connection: any SQLConnection
    ) throws -> [SQLRow] {
        let way: SQLQuery = isDescending ? " DESC" : ""
        var all = conditions
        if let place {
            let (key, id) = try Self.place(place)
            all.append(
                isDescending
                    ? "(\(self.key), \(self.id)) < (\(key), \(id))"
                    : "(\(self.key), \(self.id)) > (\(key), \(id))")
        }
        let order: SQLQuery = "ORDER BY \(key)\(way), \(id)\(way)"
        var part: SQLQuery = "FROM \(source)"
        if !all.isEmpty { part.append(" WHERE \(SQLQuery.joined(all, by: " AND "))") }
        part.append(" \(order) LIMIT \(count)")
        if skipped > 0 {
            part.append(" OFFSET \(skipped)")
            // PostgreSQL would read the whole row of each that is left out; SQLite reads those that are shown.
            if connection.dialect == .postgres {
                part = "FROM \(source) WHERE \(id) IN (SELECT \(id) \(part)) \(order)"
            }
        }
        let query: SQLQuery = "SELECT \(columns), \(key) AS list_key, \(id) AS list_id \(part)"
        return try connection.rows(query)
    }

    private func total(_ connection: any SQLConnection) throws -> Int {
        let (source, conditions) = counted ?? (source, conditions)
        var query: SQLQuery = "SELECT COUNT(*) AS n FROM \(source)"
        if !conditions.isEmpty { query.append(" WHERE \(SQLQuery.joined(conditions, by: " AND "))") }
        return try connection.oneRow(query).count("n")
    }

    private static func place(of row: SQLRow) throws(SQLError) -> String {
        "\(try row.integer("list_key")).\(try row.integer("list_id"))"
    }

    private static func place(_ text: String) throws(RecordsError) -> (key: Int64, id: Int64) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = Int64(parts[0]), let id = Int64(parts[1]) else {
            throw .invalid(
                field: "cursor", reason: "`\(text)` is no place in this list: take it from the page before.")
        }
        return (key, id)
    }
}
