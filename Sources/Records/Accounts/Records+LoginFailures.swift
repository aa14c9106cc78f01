public import Accounts
public import FoundationEssentials
import SQL

extension Records {
    /// Looks whether somebody has to wait before signing in and, if not, counts a failure beforehand for each: so of many who try at once
    /// no more get through than of many who try one after the other. `noteSuccess` takes it back.
    ///
    /// - Returns: How many seconds there are to wait; 0 to go on.
    public func beginLogin(
        _ subjects: [(LoginSubject, LoginBackOff)], at date: Date = Date()
    ) async throws(RecordsError) -> Int {
        try await write { connection in
            var next: [(key: String, failures: LoginFailures)] = []
            var wait = 0
            for (subject, rules) in subjects {
                let failures = try Self.failures(of: subject, connection)
                wait = max(wait, rules.waitSeconds(failures, at: date))
                next.append((subject.key, rules.afterFailure(failures, at: date)))
            }
            guard wait == 0 else { return wait }
            for (key, failures) in next {
                try connection.run(
                    """
                    INSERT INTO login_failures (subject, failures, last_at)
                    VALUES (\(key), \(failures.count), \(failures.last))
                    ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
                    """)
            }
            return 0
        }
    }

    /// Somebody signed in: the failures of the name are forgotten, and of the address the one that was counted beforehand. Those of
    /// others there stay, or whoever has an account could try the passwords of others for ever.
    ///
    /// - Parameter forgottenBefore: failures before this moment are deleted, whosever they are.
    public func noteSuccess(
        login: LoginSubject, address: LoginSubject?, forgottenBefore: Date
    ) async throws(RecordsError) {
        try await write { connection in
            try connection.run("DELETE FROM login_failures WHERE subject = \(login.key)")
            if let address {
                try connection.run(
                    """
                    UPDATE login_failures SET failures = failures - 1
                    WHERE subject = \(address.key) AND failures > 0
                    """)
            }
            try connection.run("DELETE FROM login_failures WHERE last_at < \(forgottenBefore)")
        }
    }

    /// Takes back the failures that were counted beforehand, when nobody looked at the password.
    public func takeBackFailures(of subjects: [LoginSubject]) async throws(RecordsError) {
        try await write { connection in
            for subject in subjects {
                try connection.run(
                    """
                    UPDATE login_failures SET failures = failures - 1
                    WHERE subject = \(subject.key) AND failures > 0
                    """)
            }
        }
    }

    /// Forgets the failures for a name, as when an admin sets a password anew.
    public func forgetFailures(of subject: LoginSubject) async throws(RecordsError) {
        try await write { try $0.run("DELETE FROM login_failures WHERE subject = \(subject.key)") }
    }

    private static func failures(
        of subject: LoginSubject, _ connection: any SQLConnection
    ) throws -> LoginFailures {
        let row = try connection.row(
            "SELECT failures, last_at FROM login_failures WHERE subject = \(subject.key)")
        guard let row else { return LoginFailures() }
        return LoginFailures(count: try row.count("failures"), last: try row.date("last_at"))
    }
}
