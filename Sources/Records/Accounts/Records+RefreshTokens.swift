public import Accounts
public import FoundationEssentials
import Interview
import SQL

extension Records {
    /// Begins a session: somebody signed in.
    ///
    /// - Parameters:
    ///   - session: a UUID as text.
    ///   - passwordHash: what the account has for its password, as it was when the password was looked at. That takes a while, in which
    ///     another may be set, and what is signed in with the old one has ended then.
    /// - Throws: `RecordsError.notFound` for an account that is disabled, `changedMeanwhile` for one with another password.
    public func beginSession(
        _ session: String, of account: Int64, passwordHash: String, with token: NewRefreshToken,
        at date: Date = Date()
    ) async throws(RecordsError) {
        try await write { connection in
            _ = try RecordRows(connection, Account.self).change(.number(account), at: date) { account in
                guard account.state == .active else {
                    throw RecordsError.notFound(kind: Account.noun, name: account.login)
                }
                guard account.passwordHash == passwordHash else {
                    throw RecordsError.changedMeanwhile(kind: Account.noun, name: account.login)
                }
                account.lastLoginAt = date
            }
            // What nobody can use any more goes, so that the table does not grow for ever.
            try connection.run("DELETE FROM refresh_tokens WHERE expires_at < \(date)")
            try Self.insert(token, session, account, at: date, connection)
        }
    }

    /// Uses a refresh token: a new one takes its place. One that was used before ends its session.
    ///
    /// - Parameters:
    ///   - hash: the SHA-256 of the token that was given.
    ///   - token: the one that takes its place.
    public func rotate(
        refreshToken hash: String, to token: NewRefreshToken, at date: Date = Date()
    ) async throws(RecordsError) -> TokenRotation {
        try await write { connection in
            guard
                let row = try connection.row(
                    """
                    SELECT id, account_id, session, expires_at, used_at, revoked_at FROM refresh_tokens
                    WHERE token_hash = \(hash)
                    """)
            else { return .refused }
            let account = try row.integer("account_id")
            let session = try row.text("session")
            guard try row.optionalInteger("revoked_at") == nil, try row.date("expires_at") > date else {
                return .refused
            }
            // The condition stands in the statement too: of two who come at once one changes a row.
            let used = try connection.run(
                """
                UPDATE refresh_tokens SET used_at = \(date)
                WHERE id = \(try row.integer("id")) AND used_at IS NULL
                """)
            guard used == 1 else {
                try Self.endSessions(where: "session = \(session)", at: date, connection)
                return .replayed(account: account)
            }
            let info = try Self.info(of: .number(account), connection)
            guard info.state == .active else { return .refused }
            try Self.insert(token, session, account, at: date, connection)
            return .rotated(session: session, info)
        }
    }

    /// Ends the session of a refresh token; one that is none ends nothing.
    ///
    /// - Returns: The account that was signed in.
    @discardableResult
    public func endSession(
        ofToken hash: String, at date: Date = Date()
    ) async throws(RecordsError) -> AccountInfo? {
        try await write { connection in
            guard
                let row = try connection.row(
                    "SELECT account_id, session FROM refresh_tokens WHERE token_hash = \(hash)")
            else { return nil }
            let session = try row.text("session")
            try Self.endSessions(where: "session = \(session)", at: date, connection)
            return try Self.info(of: .number(row.integer("account_id")), connection)
        }
    }

    /// Ends all sessions of an account.
    ///
    /// - Returns: How many there were.
    @discardableResult
    public func endSessions(ofAccount number: Int64, at date: Date = Date()) async throws(RecordsError) -> Int
    {
        try await write { connection in
            let count = try connection.oneRow(
                """
                SELECT COUNT(DISTINCT session) AS n FROM refresh_tokens
                WHERE account_id = \(number) AND revoked_at IS NULL AND expires_at > \(date)
                """
            ).count("n")
            try Self.endSessions(where: "account_id = \(number)", at: date, connection)
            return count
        }
    }

    /// The account of a session that stands; `nil` when it was ended, or the account is disabled or gone.
    ///
    /// - Parameter account: the UUID of the account.
    public func standing(
        ofSession session: String, account: String, at date: Date = Date()
    ) async throws(RecordsError) -> Requester? {
        try await read { connection in
            let row = try connection.row(
                """
                SELECT accounts.id AS id, person_id, role, organization_id FROM accounts
                WHERE accounts.uuid = \(account) AND accounts.state = \(AccountState.active.rawValue) AND EXISTS (
                    SELECT 1 FROM refresh_tokens WHERE refresh_tokens.session = \(session)
                    AND refresh_tokens.account_id = accounts.id AND revoked_at IS NULL)
                """)
            guard let row, let role = try PersonRole(rawValue: row.text("role")) else { return nil }
            return Requester(
                account: try row.integer("id"), person: try row.optionalInteger("person_id"), role: role,
                organization: try row.optionalInteger("organization_id"))
        }
    }

    static func endSessions(where condition: SQLQuery, at date: Date, _ connection: any SQLConnection) throws
    {
        try connection.run(
            "UPDATE refresh_tokens SET revoked_at = \(date) WHERE revoked_at IS NULL AND \(condition)")
    }

    private static func insert(
        _ token: NewRefreshToken, _ session: String, _ account: Int64, at date: Date,
        _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT INTO refresh_tokens (account_id, session, token_hash, created_at, expires_at)
            VALUES (\(account), \(session), \(token.hash), \(date), \(token.expiresAt))
            """)
    }
}
