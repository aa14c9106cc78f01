public import FoundationEssentials

/// How long somebody waits who got a password wrong: not at all for the first few times, then twice as long each time, up to a limit;
/// what is long past is forgotten.
///
/// Failures are counted for names of accounts, from one address and from all, and for addresses of the network, and for names of no
/// account in the same way: so a wait tells nothing of whether there is such an account.
///
/// ```swift
/// var failures = LoginFailures()
/// for _ in 0..<12 { failures = LoginBackOff.account.afterFailure(failures, at: now) }
/// LoginBackOff.account.waitSeconds(failures, at: now)   // 4
/// ```
public struct LoginBackOff: Sendable, Hashable {
    /// How many failures cost nothing.
    public var freeFailures: Int
    /// The first wait in seconds.
    public var firstSeconds: Int
    /// The longest wait in seconds.
    public var limitSeconds: Int
    /// After how many seconds without a failure all are forgotten.
    public var quietSeconds: Int

    /// Rules.
    public init(freeFailures: Int, firstSeconds: Int, limitSeconds: Int, quietSeconds: Int) {
        self.freeFailures = freeFailures
        self.firstSeconds = firstSeconds
        self.limitSeconds = limitSeconds
        self.quietSeconds = quietSeconds
    }

    /// For the name of an account from one address of the network: at most some 100 guesses a day.
    public static let account = LoginBackOff(
        freeFailures: 10, firstSeconds: 2, limitSeconds: 900, quietSeconds: 86_400)
    /// For the name of an account from everywhere: more, or whoever knows the name could shut its owner out with ten requests.
    public static let name = LoginBackOff(
        freeFailures: 100, firstSeconds: 2, limitSeconds: 900, quietSeconds: 86_400)
    /// For an address of the network, behind which there may be many people.
    public static let address = LoginBackOff(
        freeFailures: 60, firstSeconds: 2, limitSeconds: 900, quietSeconds: 86_400)

    /// How many seconds there are to wait; 0 for none.
    public func waitSeconds(_ failures: LoginFailures, at date: Date) -> Int {
        guard !isForgotten(failures, at: date), failures.count > freeFailures else { return 0 }
        // The clock may have been set back: nobody waits longer than the limit, once the moment is kept anew.
        let passed = max(0, date.timeIntervalSince(failures.last))
        return max(0, Int((Double(pauseSeconds(after: failures.count)) - passed).rounded(.up)))
    }

    /// The failures after one more.
    public func afterFailure(_ failures: LoginFailures, at date: Date) -> LoginFailures {
        LoginFailures(
            count: isForgotten(failures, at: date) ? 1 : min(failures.count, 1_000_000) + 1, last: date)
    }

    /// Whether the failures count no more.
    public func isForgotten(_ failures: LoginFailures, at date: Date) -> Bool {
        date.timeIntervalSince(failures.last) >= Double(quietSeconds)
    }

    /// The whole wait after so many failures.
    private func pauseSeconds(after count: Int) -> Int {
        let doublings = min(max(0, count - freeFailures - 1), 30)
        return min(limitSeconds, firstSeconds << doublings)
    }
}

/// How often a password was wrong one after the other.
public struct LoginFailures: Sendable, Hashable {
    /// How often.
    public var count: Int
    /// When it last was.
    public var last: Date

    /// Failures; left out, none.
    public init(count: Int = 0, last: Date = Date(timeIntervalSince1970: 0)) {
        self.count = count
        self.last = last
    }
}
