import SQL

extension Migration {
    /// Each question of an interview has the moment at which it was settled or put; of earlier ones it is not known. An interview without
    /// a settled question has none, where it was said to have one.
    static func settledQuestions(version: Int) -> Migration {
        Migration(version: version, name: "when questions of interviews were settled") {
            _ in
            [
                "ALTER TABLE interview_questions ADD COLUMN created_at BIGINT",
                """
                UPDATE interviews SET question_count = 0 WHERE question_count = 1 AND body LIKE '%"fixed":[]%'
                """,
            ]
        }
    }
}
