import SQL

extension InterviewFilter {
    /// The list of the interviews that fit, newest first.
    func list(_ columns: SQLQuery, _ dialect: SQLDialect) -> ListQuery {
        ListQuery(
            columns: columns, source: source(dialect), conditions: conditions, key: "held_at",
            counted: counted(dialect))
    }

    /// The table, for SQLite with the index that fits. By itself SQLite takes the index of one of the columns and fetches every
    /// row that it names, of which most may not fit; `interviews_for_lists` has all that is asked for, in the order of the list.
    /// PostgreSQL knows how many rows each value has and puts indices together.
    private func source(_ dialect: SQLDialect) -> SQLQuery {
        guard dialect == .sqlite, isMixed else { return "interviews" }
        return ofFew ?? "interviews INDEXED BY interviews_for_lists"
    }

    /// Whether the index of one column does not give the rows in their order.
    private var isMixed: Bool {
        conditions.count > 1 || states.count > 1 || kinds.count > 1 || levels.count > 1
    }

    /// By what few interviews share, so that all of them can be looked at.
    private var ofFew: SQLQuery? {
        if candidate != nil { return "interviews INDEXED BY interviews_by_candidate" }
        if interviewer != nil { return "interviews INDEXED BY interviews_by_interviewer" }
        if template != nil { return "interviews INDEXED BY interviews_by_template" }
        return nil
    }

    /// With labels it is quicker to count from the labels; `nil` where nothing is.
    private func counted(_ dialect: SQLDialect) -> (source: SQLQuery, conditions: [SQLQuery])? {
        let labels = ofLabels
        guard !labels.isEmpty else { return nil }
        let numbers = SQLQuery.joined(labels, by: " INTERSECT ")
        if ofColumns.isEmpty { return ("(\(numbers)) AS labelled", []) }
        guard dialect == .sqlite, ofFew == nil else { return nil }
        return ("interviews INDEXED BY interviews_for_labels", ofColumns + ["id IN (\(numbers))"])
    }
}
