import SQL

extension Migration {
    /// Texts are compared as `String.folded` writes them, on each database alike; and the time of an interview is what was worked on
    /// it (`Interview.activeSeconds`).
    static func foldedTexts(version: Int) -> Migration {
        Migration(
            version: version, name: "letters of all languages, the time of work",
            statements: { _ in columns + [activeSeconds] }, completion: fold)
    }

    private static let columns: [SQLQuery] = [
        "ALTER TABLE interviews ADD COLUMN role_folded TEXT",
        "UPDATE interviews SET role_folded = LOWER(role) WHERE role IS NOT NULL",
        "DROP INDEX interviews_by_role",
        "CREATE INDEX interviews_by_role ON interviews (role_folded, held_at DESC, id DESC)",
        "DROP INDEX interviews_for_statistics",
        """
        CREATE INDEX interviews_for_statistics ON interviews (
            held_at DESC, id DESC, state, role_folded, interviewer_id, started_at, answered_count, answered_follow_ups,
            waiting_count, duration_seconds, label, overall, relevance, completeness, clarity,
            technical_accuracy, communication)
        """,
    ]

    private static let activeSeconds: SQLQuery = """
        UPDATE interviews SET duration_seconds = (
            SELECT COALESCE(SUM(pause), 0) / 1000.0 FROM (
                SELECT moment - LAG(moment) OVER (ORDER BY moment) AS pause FROM (
                    SELECT interviews.started_at AS moment UNION ALL SELECT interviews.ended_at
                    UNION ALL SELECT takes.received_at FROM takes WHERE takes.interview_id = interviews.id
                        AND takes.received_at BETWEEN interviews.started_at AND interviews.ended_at
                ) AS steps
            ) AS pauses WHERE pause <= 3600000)
        WHERE duration_seconds > 3600
        """

    /// The columns with texts in small letters.
    private static let places: [(table: SQLQuery, column: SQLQuery)] = [
        ("organizations", "searched"), ("people", "searched"), ("people", "email"),
        ("question_banks", "searched"), ("question_banks", "tags"), ("question_banks", "category"),
        ("questions", "roles"), ("questions", "tags"), ("questions", "category"),
        ("templates", "searched"), ("templates", "tags"), ("templates", "role"),
    ]

    @Sendable private static func fold(_ connection: any SQLConnection) throws {
        // The small form of ASCII letters is what all databases know.
        for role in try texts(in: "interviews", "role", connection)
        where role.utf8.contains(where: { $0 >= 0x80 }) {
            try connection.run("UPDATE interviews SET role_folded = \(role.folded) WHERE role = \(role)")
        }
        for (table, column) in places {
            for text in try texts(in: table, column, connection) where !text.isSame(as: text.folded) {
                try connection.run("UPDATE \(table) SET \(column) = \(text.folded) WHERE \(column) = \(text)")
            }
        }
        for skill in try texts(in: "interview_skills", "skill", connection)
        where !skill.isSame(as: skill.folded) {
            try rename("interview_skills", "skill", skill, to: skill.folded, connection)
        }
        // Labels keep the case of their letters.
        for tag in try texts(in: "interview_tags", "tag", connection) where !tag.isSame(as: tag.composed) {
            try rename("interview_tags", "tag", tag, to: tag.composed, connection)
        }
    }

    /// The texts in a column, each once.
    private static func texts(
        in table: SQLQuery, _ column: SQLQuery, _ connection: any SQLConnection
    ) throws -> [String] {
        try connection.rows("SELECT DISTINCT \(column) AS text FROM \(table) WHERE \(column) IS NOT NULL")
            .map { try $0.text("text") }
    }

    /// Gives a label of interviews another form, which some of them may have beside it.
    private static func rename(
        _ table: SQLQuery, _ column: SQLQuery, _ text: String, to other: String,
        _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT INTO \(table) (interview_id, \(column))
            SELECT interview_id, CAST(\(other) AS TEXT) FROM \(table) WHERE \(column) = \(text)
            ON CONFLICT (interview_id, \(column)) DO NOTHING
            """)
        try connection.run("DELETE FROM \(table) WHERE \(column) = \(text)")
    }
}

extension String {
    /// Whether it is the same byte by byte: Swift takes a letter with its mark for the same, however they are composed.
    fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
