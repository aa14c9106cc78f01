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

    /// Whose a job is, and which answer it hears, so that one's own jobs are listed and an answer without a job is found.
    static func jobOwners(version: Int) -> Migration {
        Migration(version: version, name: "whose work it is") { _ in
            [
                "ALTER TABLE jobs ADD COLUMN account_id BIGINT",
                "ALTER TABLE jobs ADD COLUMN turn BIGINT",
                "ALTER TABLE jobs ADD COLUMN take BIGINT",
                "CREATE INDEX jobs_by_account ON jobs (account_id, id)",
            ]
        }
    }

    /// Which taking of a job is the last one, so that a worker that lost it is told from the one that has it, and how often it had
    /// to wait.
    static func jobTokens(version: Int) -> Migration {
        Migration(version: version, name: "who has a job, and how often it had to wait") { _ in
            [
                "ALTER TABLE jobs ADD COLUMN token TEXT",
                "ALTER TABLE jobs ADD COLUMN waits BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE jobs ADD COLUMN faults BIGINT NOT NULL DEFAULT 0",
            ]
        }
    }
}
