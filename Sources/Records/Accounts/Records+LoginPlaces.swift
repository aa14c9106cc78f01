public import FoundationEssentials
import SQL

/// Addresses from which an account signed in: whoever tries its passwords from others does not shut its owner out there.
extension Records {
    /// Whether the account of a name signed in from an address of the network before.
    public func hasSignedIn(
        login name: String, from address: String
    ) async throws(RecordsError) -> Bool {
        try await read { connection in
            try connection.row(
                """
                SELECT login_places.last_at FROM login_places JOIN accounts ON accounts.id = login_places.account_id
                WHERE accounts.login_key = \(name.folded) AND login_places.place = \(LoginSubject.hash(address))
                """) != nil
        }
    }

    /// Notes that an account signed in from an address of the network.
    ///
    /// - Parameter forgottenBefore: addresses from which nobody signed in since are forgotten, whosever they are.
    public func noteLogin(
        account: Int64, from address: String, at date: Date = Date(), forgottenBefore: Date
    ) async throws(RecordsError) {
        try await write { connection in
            try connection.run("DELETE FROM login_places WHERE last_at < \(forgottenBefore)")
            try connection.run(
                """
                INSERT INTO login_places (account_id, place, last_at)
                VALUES (\(account), \(LoginSubject.hash(address)), \(date))
                ON CONFLICT (account_id, place) DO UPDATE SET last_at = excluded.last_at
                """)
        }
    }
}
