import SQL

extension Migration {
    /// Work that is done in the background. A worker has a job until a moment that it moves on while it lives, so that one
    /// whose worker died is found without asking who is there.
    static func jobs(version: Int) -> Migration {
        Migration(version: version, name: "work in the background") { dialect in
            [
                """
                CREATE TABLE jobs (
                    id \(dialect.identity), uuid TEXT NOT NULL UNIQUE,
                    interview_id BIGINT REFERENCES interviews (id) ON DELETE CASCADE,
                    recording TEXT, state TEXT NOT NULL, attempts BIGINT NOT NULL, held_until BIGINT, reason TEXT,
                    body TEXT NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
                """,
                "CREATE INDEX jobs_by_state ON jobs (state, id)",
                "CREATE INDEX jobs_by_interview ON jobs (interview_id, id)",
                "CREATE INDEX jobs_by_recording ON jobs (recording)",
            ]
        }
    }
}
