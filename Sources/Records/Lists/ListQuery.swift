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

    /// One page, each row made into an item; one that cannot be read is named instead.
    ///
    /// The columns must contain `list_key` and `list_id`, which this adds.
    func page<Item: Sendable>(
        _ request: PageRequest, _ connection: any SQLConnection, _ item: (SQLRow) throws -> Item
    ) throws -> RecordsPage<Item> {
        let way: SQLQuery = isDescending ? " DESC" : ""
        var query: SQLQuery = "SELECT \(columns), \(key) AS list_key, \(id) AS list_id FROM \(source)"
        var all = conditions
        if case .after(let place?, _) = request {
            let (key, id) = try Self.place(place)
            all.append(
                isDescending
                    ? "(\(self.key), \(self.id)) < (\(key), \(id))"
                    : "(\(self.key), \(self.id)) > (\(key), \(id))")
        }
        if !all.isEmpty { query.append(" WHERE \(SQLQuery.joined(all, by: " AND "))") }
        query.append(" ORDER BY \(key)\(way), \(id)\(way)")
        switch request {
        case .after:
            // One more than is wanted says whether there is a next page.
            query.append(" LIMIT \(request.count + 1)")
            let rows = try connection.rows(query)
            let shown = rows.prefix(request.count)
            let next = rows.count > request.count ? try shown.last.map(Self.place(of:)) : nil
            return try RecordsPage(rows: shown, next: next, item)
        case .skipping(let skipped, _):
            query.append(" LIMIT \(request.count) OFFSET \(max(0, skipped))")
            var counting: SQLQuery = "SELECT COUNT(*) AS n FROM \(source)"
            if !conditions.isEmpty { counting.append(" WHERE \(SQLQuery.joined(conditions, by: " AND "))") }
            let total = try connection.oneRow(counting).count("n")
            let rows = try connection.rows(query)
            let isLast = max(0, skipped) + rows.count >= total
            return try RecordsPage(
                rows: rows, total: total, next: isLast ? nil : rows.last.map(Self.place(of:)), item)
        }
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
