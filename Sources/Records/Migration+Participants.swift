import SQL

extension Migration {
    /// Interviewers and students are numbered apart, so that each interface that knows them apart may count them from 1; and everything
    /// that is said in an interview has a number, in the order in which it was said.
    static func participants(version: Int) -> Migration {
        Migration(version: version, name: "numbers of interviewers, of students and of what is said") {
            dialect in
            numbers(dialect) + said(dialect)
        }
    }

    private static func numbers(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE interviewers (
                id \(dialect.identity), person_id BIGINT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE)
            """,
            """
            CREATE TABLE students (
                id \(dialect.identity), person_id BIGINT NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE)
            """,
            """
            INSERT INTO interviewers (person_id) SELECT id FROM people
            WHERE role = 'interviewer' OR id IN (SELECT interviewer_id FROM interviews) ORDER BY id
            """,
            """
            INSERT INTO students (person_id) SELECT id FROM people
            WHERE role = 'candidate' OR id IN (SELECT candidate_id FROM interviews) ORDER BY id
            """,
        ]
    }

    private static func said(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE conversation_entries (
                id \(dialect.identity), interview_id BIGINT NOT NULL REFERENCES interviews (id) ON DELETE CASCADE,
                turn_id BIGINT REFERENCES turns (id) ON DELETE CASCADE,
                take_id BIGINT REFERENCES takes (id) ON DELETE CASCADE,
                message_id BIGINT REFERENCES messages (id) ON DELETE CASCADE,
                question_id BIGINT REFERENCES interview_questions (id) ON DELETE SET NULL,
                audio TEXT, said_at BIGINT NOT NULL)
            """,
            "CREATE INDEX conversation_entries_by_interview ON conversation_entries (interview_id, id)",
            "CREATE INDEX conversation_entries_by_turn ON conversation_entries (turn_id)",
            "CREATE INDEX conversation_entries_by_take ON conversation_entries (take_id)",
            "CREATE INDEX conversation_entries_by_message ON conversation_entries (message_id)",
            "CREATE INDEX conversation_entries_by_question ON conversation_entries (question_id)",
            // Nobody noted when a question was put: it has the time of what came before it.
            """
            INSERT INTO conversation_entries (interview_id, turn_id, take_id, message_id, said_at)
            SELECT interview_id, turn_id, take_id, message_id, said_at FROM (
                SELECT turns.interview_id AS interview_id, turns.id AS turn_id, CAST(NULL AS BIGINT) AS take_id,
                       CAST(NULL AS BIGINT) AS message_id, turns.number AS place, 0 AS attempt,
                       COALESCE((SELECT MAX(takes.received_at) FROM takes JOIN turns AS earlier ON earlier.id = takes.turn_id
                                 WHERE earlier.interview_id = turns.interview_id AND earlier.number < turns.number),
                                interviews.started_at, interviews.created_at) AS said_at
                FROM turns JOIN interviews ON interviews.id = turns.interview_id
                UNION ALL
                SELECT takes.interview_id, CAST(NULL AS BIGINT), takes.id, CAST(NULL AS BIGINT), turns.number, takes.number,
                       takes.received_at
                FROM takes JOIN turns ON turns.id = takes.turn_id
                UNION ALL
                SELECT interview_id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), id, 1000000, 0, created_at FROM messages
            ) AS said ORDER BY interview_id, said_at, place, attempt
            """,
        ]
    }
}
