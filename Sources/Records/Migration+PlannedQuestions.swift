import SQL

extension Migration {
    /// Each question of an interview, planned or put, has a number of its own.
    static func plannedQuestions(version: Int) -> Migration {
        Migration(
            version: version, name: "numbers of the questions of interviews",
            statements: { dialect in
                [
                    """
                    CREATE TABLE interview_questions (
                        id \(dialect.identity),
                        interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                        position BIGINT NOT NULL, key TEXT NOT NULL, turn BIGINT, is_follow_up SMALLINT NOT NULL)
                    """,
                    "CREATE INDEX interview_questions_by_interview ON interview_questions (interview_id, position)",
                    """
                    INSERT INTO interview_questions (interview_id, position, key, turn, is_follow_up)
                    SELECT interview_id,
                           ROW_NUMBER() OVER (PARTITION BY interview_id ORDER BY planned_number, number),
                           question_key, number, is_follow_up
                    FROM turns ORDER BY interview_id, planned_number, number
                    """,
                ]
            }, completion: numberPlanned)
    }

    /// What is read of an interview whose questions are settled.
    private struct Settled: Decodable {
        struct Plan: Decodable {
            struct Question: Decodable { var id: String }
            var fixed: [Question]?
        }
        var plan: Plan
    }

    /// Numbers the questions that are settled and were not put.
    @Sendable private static func numberPlanned(_ connection: any SQLConnection) throws {
        let rows = try connection.rows(
            """
            SELECT id, body FROM interviews WHERE body LIKE '%"fixed":[%' ORDER BY id
            """)
        for row in rows {
            let number = try row.integer("id")
            let settled: Settled
            // One that cannot be read is told where it is looked at.
            do {
                settled = try RecordCoding.value(try row.text("body"), kind: "interview", name: "\(number)")
            } catch { continue }
            let put = try connection.rows(
                "SELECT key FROM interview_questions WHERE interview_id = \(number)"
            ).map { try $0.text("key") }
            let open = (settled.plan.fixed ?? []).map(\.id).filter { !put.contains($0) }
            for (place, key) in open.enumerated() {
                try connection.run(
                    """
                    INSERT INTO interview_questions (interview_id, position, key, turn, is_follow_up)
                    VALUES (\(number), \(put.count + place + 1), \(key), NULL, 0)
                    """)
            }
        }
    }
}
