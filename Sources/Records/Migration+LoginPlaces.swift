import SQL

extension Migration {
    /// Addresses from which accounts signed in. They go with their account.
    static func loginPlaces(version: Int) -> Migration {
        Migration(version: version, name: "addresses from which accounts signed in") { _ in
            [
                """
                CREATE TABLE login_places (
                    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                    place TEXT NOT NULL, last_at BIGINT NOT NULL, PRIMARY KEY (account_id, place))
                """,
                "CREATE INDEX login_places_by_time ON login_places (last_at)",
            ]
        }
    }
}
