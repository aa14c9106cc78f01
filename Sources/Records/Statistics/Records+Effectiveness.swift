public import Interview
import SQL

extension Records {
    /// What questions tell about those who answer them, the most used first; asked as a follow-up they do not count.
    ///
    /// - Parameters:
    ///   - question: the name of one question; `nil` for all.
    ///   - limit: how many at most, 1...`PageRequest.limit`.
    public func questionEffectiveness(
        of filter: InterviewFilter = InterviewFilter(), question: String? = nil, limit: Int = 100
    ) async throws(RecordsError) -> [QuestionEffectiveness] {
        try await read { connection in
            let uses = try connection.rows(
                """
                SELECT question_key, COUNT(*) AS uses, MIN(id) AS first FROM turns
                WHERE is_follow_up = 0 \(Self.isQuestion(question)) \(filter.member("interview_id"))
                GROUP BY question_key ORDER BY uses DESC, first LIMIT \(PageRequest.first(limit).count)
                """)
            guard !uses.isEmpty else { return [] }
            let scores = try connection.rows(Self.scores(of: filter, question))
            let rows = Dictionary(
                try scores.map { (try $0.text("question"), $0) }, uniquingKeysWith: { first, _ in first })
            return try uses.map { use in
                let name = try use.text("question_key")
                let row = rows[name]
                return QuestionEffectiveness(
                    question: name, uses: try use.count("uses"), answers: try row?.count("answers") ?? 0,
                    meanScore: try row?.optionalReal("mean"),
                    comparison: try row.map(Self.comparison) ?? CorrelationSums())
            }
        }
    }

    /// The scores of each question, and how they go with the mean of the other scores of the same interview.
    private static func scores(of filter: InterviewFilter, _ question: String?) -> SQLQuery {
        let inInterviews: SQLQuery =
            question.map {
                "AND turns.interview_id IN (SELECT interview_id FROM turns WHERE question_key = \($0))"
            } ?? ""
        let middle = CorrelationSums.middle
        return """
            WITH scored AS (
                SELECT turns.question_key AS question, takes.overall AS score,
                    SUM(takes.overall) OVER (PARTITION BY turns.interview_id) AS total,
                    COUNT(*) OVER (PARTITION BY turns.interview_id) AS answers
                FROM turns CROSS JOIN takes
                WHERE takes.turn_id = turns.id AND takes.is_final = 1 AND takes.overall IS NOT NULL AND turns.is_follow_up = 0
                    \(inInterviews) \(filter.member("turns.interview_id"))),
            pairs AS (
                SELECT question, score, score - \(middle) AS x,
                    CASE WHEN answers > 1 THEN (total - score) / (answers - 1) - \(middle) END AS y
                FROM scored)
            SELECT question, COUNT(*) AS answers, AVG(score) AS mean, COUNT(y) AS pairs,
                SUM(CASE WHEN y IS NOT NULL THEN x END) AS x, SUM(y) AS y,
                SUM(CASE WHEN y IS NOT NULL THEN x * x END) AS xx, SUM(y * y) AS yy, SUM(x * y) AS xy
            FROM pairs GROUP BY question
            """
    }

    private static func isQuestion(_ question: String?) -> SQLQuery {
        question.map { "AND question_key = \($0)" } ?? ""
    }

    private static func comparison(_ row: SQLRow) throws -> CorrelationSums {
        let sum = { (column: String) in try row.optionalReal(column) ?? 0 }
        return CorrelationSums(
            count: try row.count("pairs"), x: try sum("x"), y: try sum("y"), xx: try sum("xx"),
            yy: try sum("yy"), xy: try sum("xy"))
    }
}
