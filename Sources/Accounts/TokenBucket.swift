/// A limit of how often something may be done: so often at once, and so often a second in the long run.
///
/// ```swift
/// var bucket = TokenBucket(limit, atSeconds: 0)
/// bucket.take(atSeconds: 0.1)   // nil: it may be done
/// ```
public struct TokenBucket: Sendable, Hashable {
    /// How often.
    public struct Limit: Sendable, Hashable {
        /// How often at once.
        public var burst: Int
        /// How often a second in the long run.
        public var perSecond: Double

        /// A limit; both are above 0.
        public init(burst: Int, perSecond: Double) {
            precondition(burst > 0 && perSecond > 0, "a limit that lets nothing through is none")
            self.burst = burst
            self.perSecond = perSecond
        }
    }

    private let limit: Limit
    private var left: Double
    private var lastSeconds: Double

    /// One of which nothing was taken.
    ///
    /// - Parameter seconds: the time of a clock that never goes back.
    public init(_ limit: Limit, atSeconds seconds: Double) {
        self.limit = limit
        left = Double(limit.burst)
        lastSeconds = seconds
    }

    /// Takes one; returns `nil` when it may be done, else after how many seconds it may.
    public mutating func take(atSeconds seconds: Double) -> Double? {
        left = min(Double(limit.burst), left + max(0, seconds - lastSeconds) * limit.perSecond)
        lastSeconds = max(lastSeconds, seconds)
        guard left >= 1 else { return (1 - left) / limit.perSecond }
        left -= 1
        return nil
    }
}
