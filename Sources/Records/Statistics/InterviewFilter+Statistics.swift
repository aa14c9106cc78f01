import SQL

extension InterviewFilter {
    /// A `WHERE` that finds the interviews of the filter for which more conditions hold.
    func clause(and others: SQLQuery...) -> SQLQuery {
        let all = conditions + others
        return all.isEmpty ? "" : "WHERE \(SQLQuery.joined(all, by: " AND "))"
    }

    /// That a row belongs to an interview of the filter, beginning with `AND`; empty for all interviews.
    func member(_ column: SQLQuery) -> SQLQuery {
        conditions.isEmpty ? "" : "AND \(column) IN (SELECT id FROM interviews \(clause()))"
    }

    /// That an interview was completed and has a score.
    static let isScored: SQLQuery = "state = 'completed' AND overall IS NOT NULL"
}
