import Accounts
import FoundationEssentials
import Synchronization

/// How many accounts may be made from an address of the network: ten at once, and then one each half minute.
final class RegistrationLimit: Sendable {
    private static let limit = TokenBucket.Limit(burst: 10, perSecond: 1.0 / 32)
    private let buckets = Mutex(RecentValues<String, TokenBucket>(limit: 10_000))

    /// Counts an attempt; after how many seconds it may be made, `nil` for now.
    func wait(for address: String, at date: Date) -> Int? {
        let seconds = date.timeIntervalSince1970
        return buckets.withLock { buckets in
            var bucket = buckets[address] ?? TokenBucket(Self.limit, atSeconds: seconds)
            defer { buckets[address] = bucket }
            return bucket.take(atSeconds: seconds).map { Int($0.rounded(.up)) }
        }
    }
}
