public import Accounts
public import FoundationEssentials
import SQL

extension Records {
    /// The account that signed in with a refresh token that was not used yet; `nil` when its time is over, it was used, its session has ended,
    /// or the account is disabled or gone.
    ///
    /// - Parameters:
    ///   - hash: the SHA-256 of the token.
    ///   - earliest: tokens that were given before this moment are not good any more.
    public func account(
        ofRefreshToken hash: String, givenSince earliest: Date, at date: Date = Date()
    ) async throws(RecordsError) -> AccountInfo? {
        try await read { connection in
            let row = try connection.row(
                """
                SELECT account_id FROM refresh_tokens
                WHERE token_hash = \(hash) AND used_at IS NULL AND revoked_at IS NULL AND expires_at > \(date)
                AND created_at >= \(earliest)
                """)
            guard let number = try row?.integer("account_id") else { return nil }
            let info = try Self.info(of: .number(number), connection)
            return info.state == .active ? info : nil
        }
    }
}
