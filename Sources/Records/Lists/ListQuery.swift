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
    /// What finds and counts the items quicker than the source; `nil` where nothing does.
    var register: Register?
    /// The source in which they are counted quicker; `nil` for the same.
    var counted: SQLQuery?

    /// Rows that stand for the items, one for each, and have what a list is found by: none of the columns that it shows.
    struct Register {
        /// The table, or a query in brackets with a name.
        var source: SQLQuery
        /// All must hold.
        var conditions: [SQLQuery]
        /// The column with an item's key.
        var key: SQLQuery
        /// The column with what tells an item apart.
        var id: SQLQuery
    }

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
        try connection.rows(
            statement(behind: place, count: count, skipping: skipped, connection.dialect))
    }

    private func total(_ connection: any SQLConnection) throws -> Int {
        try connection.oneRow(totalStatement).count("n")
    }

    /// What reads some rows, behind a place or after so many.
    func statement(
        behind place: String? = nil, count: Int, skipping skipped: Int = 0, _ dialect: SQLDialect
    ) throws(RecordsError) -> SQLQuery {
        let way: SQLQuery = isDescending ? " DESC" : ""
        let finder = finder
        var all = finder.conditions
        if let place {
            let (key, id) = try Self.place(place)
            all.append(
                isDescending
                    ? "(\(finder.key), \(finder.id)) < (\(key), \(id))"
                    : "(\(finder.key), \(finder.id)) > (\(key), \(id))")
        }
        var part: SQLQuery = "FROM \(finder.source)"
        if !all.isEmpty { part.append(" WHERE \(SQLQuery.joined(all, by: " AND "))") }
        part.append(" ORDER BY \(finder.key)\(way), \(finder.id)\(way) LIMIT \(count)")
        if skipped > 0 { part.append(" OFFSET \(skipped)") }
        // PostgreSQL would read the whole row of each that is left out; SQLite reads those that are shown.
        if register != nil || (skipped > 0 && dialect == .postgres) {
            part = """
                FROM \(source) WHERE \(id) IN (SELECT \(finder.id) \(part)) ORDER BY \(key)\(way), \(id)\(way)
                """
        }
        return "SELECT \(columns), \(key) AS list_key, \(id) AS list_id \(part)"
    }

    /// What counts the items, as `n`.
    var totalStatement: SQLQuery {
        let finder = finder
        var query: SQLQuery = "SELECT COUNT(*) AS n FROM \(counted ?? finder.source)"
        if !finder.conditions.isEmpty {
            query.append(" WHERE \(SQLQuery.joined(finder.conditions, by: " AND "))")
        }
        return query
    }

    /// What the items are found by: the register, or else their own rows.
    private var finder: Register {
        register ?? Register(source: source, conditions: conditions, key: key, id: id)
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
