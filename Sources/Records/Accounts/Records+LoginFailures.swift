public import Accounts
public import FoundationEssentials
import SQL

extension Records {
    /// Looks whether somebody has to wait before signing in and, if not, counts a failure beforehand for each: so of many who try at once
    /// no more get through than of many who try one after the other. `noteSuccess` takes it back.
    ///
    /// A failure that lies ahead, because the clock was set back, is kept as one of now: else the wait would last until the clock has
    /// caught up.
    public func beginLogin(
        _ subjects: [(LoginSubject, LoginBackOff)], at date: Date = Date()
    ) async throws(RecordsError) -> LoginStart {
        try await write { connection in
            var next: [(key: String, failures: LoginFailures)] = []
            var (wait, nextWait) = (0, 0)
            for (subject, rules) in subjects {
                var failures = try Self.failures(of: subject, connection)
                if failures.last > date {
                    failures.last = date
                    try Self.keep(failures, subject.key, connection)
                }
                wait = max(wait, rules.waitSeconds(failures, at: date))
                let after = rules.afterFailure(failures, at: date)
                nextWait = max(nextWait, rules.waitSeconds(after, at: date))
                next.append((subject.key, after))
            }
            guard wait == 0 else { return LoginStart(waitSeconds: wait, nextWaitSeconds: wait) }
            for (key, failures) in next { try Self.keep(failures, key, connection) }
            return LoginStart(waitSeconds: 0, nextWaitSeconds: nextWait)
        }
    }

    /// Somebody signed in: their own failures are forgotten, and of the address the one that was counted beforehand. Those of
    /// others there stay, or whoever has an account could try the passwords of others for ever.
    ///
    /// - Parameters:
    ///   - subjects: those whose failures are forgotten.
    ///   - forgottenBefore: failures before this moment are deleted, whosever they are.
    public func noteSuccess(
        of subjects: [LoginSubject], address: LoginSubject?, forgottenBefore: Date
    ) async throws(RecordsError) {
        try await write { connection in
            for subject in subjects {
                try connection.run("DELETE FROM login_failures WHERE subject = \(subject.key)")
            }
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

    /// A failure that was counted beforehand is told now: the wait begins when it is, however long the password was looked at.
    public func noteFailure(of subjects: [LoginSubject], at date: Date = Date()) async throws(RecordsError) {
        try await write { connection in
            for subject in subjects {
                try connection.run(
                    """
                    UPDATE login_failures SET last_at = \(date)
                    WHERE subject = \(subject.key) AND last_at < \(date)
                    """)
            }
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

    /// Forgets the failures for a name, wherever they came from, as when an admin sets a password anew.
    public func forgetFailures(ofLogin name: String) async throws(RecordsError) {
        try await write { try Self.forgetFailures(ofLogin: name, $0) }
    }

    static func forgetFailures(ofLogin name: String, _ connection: any SQLConnection) throws {
        let key = LoginSubject.login(name).key
        try connection.run(
            "DELETE FROM login_failures WHERE subject = \(key) OR subject LIKE \(key + " %")")
    }

    private static func keep(
        _ failures: LoginFailures, _ key: String, _ connection: any SQLConnection
    ) throws {
        try connection.run(
            """
            INSERT INTO login_failures (subject, failures, last_at)
            VALUES (\(key), \(failures.count), \(failures.last))
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
            """)
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
