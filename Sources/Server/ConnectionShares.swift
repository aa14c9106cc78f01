import Accounts
import NIOConcurrencyHelpers
import Web

/// How many of the connections each address has: no more than a quarter of all, so that one machine cannot shut out the others. A
/// proxy that is trusted, and this machine, may have all: a proxy asks for everybody.
struct ConnectionShares: Sendable {
    private let limit: Int
    private let proxies: ProxyRule
    private let counts = NIOLockedValueBox<[String: Int]>([:])

    /// Shares of so many connections.
    init(limitConnections: Int, proxies: ProxyRule) {
        limit = max(1, limitConnections / 4)
        self.proxies = proxies
    }

    /// Takes a connection of an address.
    ///
    /// - Returns: What gives it back; `nil` when the address has as many as it may.
    func take(for address: String?) -> (@Sendable () -> Void)? {
        guard let address, !proxies.trusts(address) else { return {} }
        let party = AddressGroup.name(of: address)
        let isTaken = counts.withLockedValue { counts in
            guard counts[party, default: 0] < limit else { return false }
            counts[party, default: 0] += 1
            return true
        }
        guard isTaken else { return nil }
        return { [counts] in
            counts.withLockedValue { counts in
                let left = counts[party, default: 1] - 1
                counts[party] = left > 0 ? left : nil
            }
        }
    }
}
