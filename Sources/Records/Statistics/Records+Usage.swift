public import Interview
import SQL

extension Records {
    /// How much the banks are used, the most used first; those that no interview used are left out.
    public func bankUsage(of filter: InterviewFilter = InterviewFilter()) async throws(RecordsError)
        -> [BankUsage]
    {
        try await read { connection in
            try connection.rows(
                """
                WITH used AS (
                    SELECT question_id, COUNT(*) AS uses FROM turns
                    WHERE question_id IS NOT NULL AND is_follow_up = 0 \(filter.member("interview_id"))
                    GROUP BY question_id),
                banks AS (
                    SELECT questions.bank_id AS bank, SUM(used.uses) AS uses, COUNT(*) AS questions
                    FROM used JOIN questions ON questions.id = used.question_id GROUP BY questions.bank_id)
                SELECT bank, name, uses, questions FROM banks JOIN question_banks ON question_banks.id = bank
                ORDER BY uses DESC, bank
                """
            ).map { row in
                BankUsage(
                    bank: try row.integer("bank"), name: try row.text("name"), uses: try row.count("uses"),
                    questionsUsed: try row.count("questions"))
            }
        }
    }

    /// How much the templates are used, the most used first; those that no interview was made from are left out.
    public func templateUsage(of filter: InterviewFilter = InterviewFilter()) async throws(RecordsError)
        -> [TemplateUsage]
    {
        try await read { connection in
            try connection.rows(
                """
                WITH used AS (
                    SELECT template_id AS template, COUNT(*) AS interviews, MAX(held_at) AS last,
                        COUNT(*) FILTER (WHERE state = 'completed') AS completed,
                        AVG(overall) FILTER (WHERE state = 'completed') AS overall
                    FROM interviews \(filter.clause(and: "template_id IS NOT NULL")) GROUP BY template_id)
                SELECT used.*, title FROM used JOIN templates ON templates.id = template
                ORDER BY interviews DESC, template
                """
            ).map { row in
                TemplateUsage(
                    template: try row.integer("template"), title: try row.text("title"),
                    interviews: try row.count("interviews"), completed: try row.count("completed"),
                    meanOverall: try row.optionalReal("overall"), lastUsed: try row.date("last"))
            }
        }
    }

    /// The interviewers' interviews in figures, those with the most interviews first.
    public func interviewerStatistics(of filter: InterviewFilter = InterviewFilter())
        async throws(RecordsError) -> [InterviewerStatistics]
    {
        try await read { connection in
            let over = InterviewState.allCases.filter(\.isOver).map(\.rawValue)
            return try connection.rows(
                """
                WITH held AS (
                    SELECT interviewer_id AS interviewer, COUNT(*) AS interviews,
                        COUNT(started_at) AS begun,
                        COUNT(*) FILTER (WHERE state = 'completed') AS completed,
                        COUNT(*) FILTER (WHERE state IN (\(SQLQuery.list(over)))) AS over_count,
                        COUNT(*) FILTER (WHERE state = 'noShow') AS no_shows,
                        AVG(overall) FILTER (WHERE state = 'completed') AS overall
                    FROM interviews \(filter.clause(and: "interviewer_id IS NOT NULL"))
                    GROUP BY interviewer_id)
                SELECT held.*, name FROM held JOIN people ON people.id = interviewer
                ORDER BY interviews DESC, interviewer
                """
            ).map { row in
                InterviewerStatistics(
                    interviewer: try row.integer("interviewer"), name: try row.text("name"),
                    interviews: try row.count("interviews"), held: try row.count("begun"),
                    completed: try row.count("completed"), over: try row.count("over_count"),
                    noShows: try row.count("no_shows"), meanOverall: try row.optionalReal("overall"))
            }
        }
    }
}
