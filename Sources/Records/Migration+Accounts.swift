import SQL

extension Migration {
    /// Accounts, what is signed in with them, invitations, failures to sign in, and the log of what was done.
    ///
    /// An account goes with its person and with its organization: one that lost its organization would be one of no organization,
    /// which sees more.
    static func accounts(version: Int) -> Migration {
        Migration(version: version, name: "accounts, tokens, invitations, the log of what was done") {
            dialect in
            accounts(dialect) + tokens(dialect) + log(dialect)
        }
    }

    private static func accounts(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE accounts (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, login TEXT NOT NULL, login_key TEXT NOT NULL UNIQUE,
                person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE CASCADE,
                role TEXT NOT NULL, state TEXT NOT NULL, last_login_at BIGINT, body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX accounts_by_person ON accounts (person_id)",
            "CREATE INDEX accounts_by_organization ON accounts (organization_id, id)",
            """
            CREATE TABLE invitations (
                id \(dialect.identity), uuid TEXT NOT NULL UNIQUE, code_hash TEXT NOT NULL UNIQUE,
                person_id BIGINT REFERENCES people (id) ON DELETE CASCADE,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE CASCADE,
                invited_by BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
                email TEXT, expires_at BIGINT NOT NULL, used_at BIGINT, body TEXT NOT NULL,
                created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)
            """,
            "CREATE INDEX invitations_by_organization ON invitations (organization_id, id)",
            "CREATE INDEX invitations_by_person ON invitations (person_id)",
            "CREATE INDEX invitations_by_inviter ON invitations (invited_by)",
        ]
    }

    private static func tokens(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE refresh_tokens (
                id \(dialect.identity), account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                session TEXT NOT NULL, token_hash TEXT NOT NULL UNIQUE, created_at BIGINT NOT NULL,
                expires_at BIGINT NOT NULL, used_at BIGINT, revoked_at BIGINT)
            """,
            "CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session)",
            "CREATE INDEX refresh_tokens_by_account ON refresh_tokens (account_id)",
            "CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at)",
            """
            CREATE TABLE login_failures (
                subject TEXT PRIMARY KEY, failures BIGINT NOT NULL, last_at BIGINT NOT NULL)
            """,
            "CREATE INDEX login_failures_by_time ON login_failures (last_at)",
        ]
    }

    private static func log(_ dialect: SQLDialect) -> [SQLQuery] {
        [
            """
            CREATE TABLE audit_log (
                id \(dialect.identity), at BIGINT NOT NULL,
                account_id BIGINT REFERENCES accounts (id) ON DELETE SET NULL,
                organization_id BIGINT REFERENCES organizations (id) ON DELETE SET NULL,
                action TEXT NOT NULL, resource TEXT NOT NULL, number BIGINT, address TEXT, outcome TEXT NOT NULL,
                detail TEXT)
            """,
            "CREATE INDEX audit_log_by_account ON audit_log (account_id, id)",
            "CREATE INDEX audit_log_by_organization ON audit_log (organization_id, id)",
            "CREATE INDEX audit_log_by_thing ON audit_log (resource, number, id)",
        ]
    }
}
