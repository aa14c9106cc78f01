import Accounts
import Synchronization

/// Counts requests by who sends them, and says when somebody may send the next.
final class RequestLimits: Sendable {
    private let limit: TokenBucket.Limit?
    private let buckets: Mutex<RecentValues<Int64, TokenBucket>>
    private let start = ContinuousClock.now

    /// A limit of requests a minute, of which a tenth may come at once; 0 for any number.
    init(requestsPerMinute: Int) {
        limit =
            requestsPerMinute > 0
            ? TokenBucket.Limit(
                burst: max(1, requestsPerMinute / 10), perSecond: Double(requestsPerMinute) / 60) : nil
        buckets = Mutex(RecentValues(limit: 100_000))
    }

    /// Counts a request of an account; after how many seconds it may be sent, `nil` for now.
    func wait(forAccount number: Int64) -> Int? {
        guard let limit else { return nil }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let wait = buckets.withLock { buckets in
            var bucket = buckets[number] ?? TokenBucket(limit, atSeconds: seconds)
            defer { buckets[number] = bucket }
            return bucket.take(atSeconds: seconds)
        }
        return wait.map { Int($0.rounded(.up)) }
    }
}
