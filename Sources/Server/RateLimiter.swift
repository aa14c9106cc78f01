import Accounts
import NIOConcurrencyHelpers
import Web

/// How often each address may send a request; of IPv6, those that one household has together. This machine may send any number.
struct RateLimiter: Sendable {
    private let limit: TokenBucket.Limit?
    private let buckets = NIOLockedValueBox(RecentValues<String, TokenBucket>(limit: 100_000))
    private let start = ContinuousClock.now

    /// A limit of requests a minute, of which a tenth may come at once; 0 for none.
    init(requestsPerMinute: Int) {
        limit =
            requestsPerMinute > 0
            ? TokenBucket.Limit(
                burst: max(1, requestsPerMinute / 10), perSecond: Double(requestsPerMinute) / 60) : nil
    }

    /// After how many seconds a client may send a request; `nil` for now.
    func wait(for client: ClientAddress) -> Double? {
        guard let limit, !client.isLoopback else { return nil }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let party = AddressGroup.name(of: client.text)
        return buckets.withLockedValue { buckets in
            var bucket = buckets[party] ?? TokenBucket(limit, atSeconds: seconds)
            defer { buckets[party] = bucket }
            return bucket.take(atSeconds: seconds)
        }
    }
}
