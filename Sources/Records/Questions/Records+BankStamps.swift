import SQL

extension Records {
    /// The stamps of the banks that a filter shows, in the order of their numbers: a look that reads no question.
    public func bankStamps(_ filter: BankFilter) async throws(RecordsError) -> [BankStamp] {
        try await read { connection in
            var query: SQLQuery = """
                SELECT id, updated_at,
                    (SELECT COUNT(*) FROM questions WHERE bank_id = question_banks.id AND is_active = 1) AS active,
                    (SELECT MAX(id) FROM questions WHERE bank_id = question_banks.id) AS last_id,
                    (SELECT MAX(updated_at) FROM questions WHERE bank_id = question_banks.id) AS last_at
                FROM question_banks
                """
            if !filter.conditions.isEmpty {
                query.append(" WHERE \(SQLQuery.joined(filter.conditions, by: " AND "))")
            }
            return try connection.rows("\(query) ORDER BY id").map { row in
                let changedAt = try row.date("updated_at")
                return BankStamp(
                    bank: try row.integer("id"), active: try row.count("active"),
                    lastNumber: try row.optionalInteger("last_id") ?? 0,
                    changedAt: max(changedAt, try row.optionalDate("last_at") ?? changedAt))
            }
        }
    }
}
