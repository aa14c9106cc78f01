public import Foundation
import Speech

/// How often and when a request is sent again: a pure rule, so that it can be read and tested without a server.
///
/// The wait doubles from try to try, with a random part from a seed, so that many clients do not come back at once. A
/// server's `Retry-After` is obeyed; when it asks for more than `retryAfterLimit`, the answer stands.
public struct RetryPolicy: Sendable, Hashable {
    /// How a try ended.
    public enum Outcome: Sendable, Hashable {
        /// With an answer, perhaps with a header field `Retry-After`.
        case status(Int, retryAfter: String?)
        /// Without one.
        case failure(HTTPError.Reason)
    }

    /// How often the request is sent in all, at least once.
    public var tries: Int
    /// The wait before the second try.
    public var firstWait: Duration
    /// The longest wait of our own choice.
    public var longestWait: Duration
    /// The longest wait that a server may ask for.
    public var retryAfterLimit: Duration
    /// The share of a wait, 0...1, that chance may take away.
    public var jitter: Double
    /// Where chance begins; the same seed gives the same waits.
    public var seed: UInt64
    /// The statuses after which the request is sent again.
    public var statuses: Set<Int>

    /// A policy; left out, three tries, half a second and a second apart, after the statuses that mean "later"
    /// (RFC 9110, section 15; 429 is RFC 6585) and failures in connecting.
    public init(
        tries: Int = 3, firstWait: Duration = .milliseconds(500), longestWait: Duration = .seconds(20),
        retryAfterLimit: Duration = .seconds(30), jitter: Double = 0.5, seed: UInt64 = 0,
        statuses: Set<Int> = [429, 500, 502, 503, 504]
    ) {
        self.tries = tries
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.retryAfterLimit = retryAfterLimit
        self.jitter = jitter
        self.seed = seed
        self.statuses = statuses
    }

    /// A single try.
    public static let never = RetryPolicy(tries: 1)

    /// How long to wait before the next try; `nil` when the outcome stands.
    ///
    /// - Parameters:
    ///   - done: How many tries were made, at least one.
    ///   - outcome: How the last one ended.
    ///   - delivery: Whether the request may arrive twice; one that may not is sent again only when it cannot have
    ///     arrived, or when the server says "later".
    ///   - now: The time, for a `Retry-After` that is a date.
    public func wait(afterTry done: Int, outcome: Outcome, delivery: HTTPRequest.Delivery, now: Date = Date())
        -> Duration?
    {
        guard done >= 1, done < tries else { return nil }
        switch outcome {
        case .status(let status, let retryAfter):
            guard statuses.contains(status) else { return nil }
            guard let asked = retryAfter.flatMap({ Self.asked(in: $0, now: now) }) else { return wait(done) }
            return asked <= retryAfterLimit ? max(asked, .zero) : nil
        case .failure(let reason):
            return isRepeated(after: reason, delivery) ? wait(done) : nil
        }
    }

    private func isRepeated(after reason: HTTPError.Reason, _ delivery: HTTPRequest.Delivery) -> Bool {
        switch reason {
        case .unresolved, .unreachable, .connectTimedOut: true
        case .brokenOff, .stalled: delivery == .repeatable
        default: false
        }
    }

    /// The wait of our own choice: exponential back-off, up to the longest, less a random share.
    private func wait(_ done: Int) -> Duration {
        var wait = firstWait
        for _ in 1..<done where wait < longestWait { wait *= 2 }
        var generator = SplitMix64(seed: seed &+ UInt64(done))
        let share = Double.random(in: 0..<1, using: &generator) * min(max(jitter, 0), 1)
        return min(wait, longestWait) * (1 - share)
    }

    /// What a server asks for: a count of seconds or a date (RFC 9110, section 10.2.3); `nil` when it is neither.
    private static func asked(in text: String, now: Date) -> Duration? {
        let text = text.trimmingCharacters(in: .whitespaces)
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // More digits than an integer holds are longer than any limit.
            return .seconds(min(Int(text) ?? .max, 1 << 40))
        }
        return HTTPDate(text).map { .seconds($0.date.timeIntervalSince(now)) }
    }
}
