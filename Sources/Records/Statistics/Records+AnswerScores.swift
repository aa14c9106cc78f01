import SQL

extension Records {
    /// The scores of the answers that count in some interviews, by the numbers of the interviews; those without a score are left out.
    ///
    /// - Throws: `RecordsError.database`.
    public func answerScores(ofInterviews numbers: [Int64]) async throws(RecordsError) -> [Int64: [Double]] {
        guard !numbers.isEmpty else { return [:] }
        return try await read { connection in
            try connection.rows(
                """
                SELECT interview_id, overall FROM takes
                WHERE is_final = 1 AND overall IS NOT NULL AND interview_id IN (\(SQLQuery.list(numbers)))
                """
            ).reduce(into: [:]) { scores, row in
                scores[try row.integer("interview_id"), default: []].append(try row.real("overall"))
            }
        }
    }
}
