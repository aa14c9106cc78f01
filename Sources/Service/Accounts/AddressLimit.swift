import Accounts
import FoundationEssentials
import Synchronization

/// How often something may be done from an address of the network, whether it succeeds or not.
final class AddressLimit: Sendable {
    private let limit: TokenBucket.Limit
    private let buckets = Mutex(RecentValues<String, TokenBucket>(limit: 10_000))

    /// A limit.
    init(_ limit: TokenBucket.Limit) { self.limit = limit }

    /// Of making accounts: ten at once, and then one each half minute.
    static var registrations: AddressLimit { AddressLimit(.init(burst: 10, perSecond: 1.0 / 32)) }
    /// Of signing in: sixty at once, as when a class begins, and then one each two seconds. Each costs some 0.2 s of a processor.
    static var logins: AddressLimit { AddressLimit(.init(burst: 60, perSecond: 0.5)) }

    /// Counts an attempt; after how many seconds it may be made, `nil` for now.
    func wait(for address: String, at date: Date) -> Int? {
        let seconds = date.timeIntervalSince1970
        let address = AddressGroup.name(of: address)
        return buckets.withLock { buckets in
            var bucket = buckets[address] ?? TokenBucket(limit, atSeconds: seconds)
            defer { buckets[address] = bucket }
            return bucket.take(atSeconds: seconds).map { Int($0.rounded(.up)) }
        }
    }
}
