/// Where a request comes from.
public struct ClientAddress: Sendable, Hashable {
    /// The address, as it is written; `unknown` where it is not known.
    public let text: String
    /// Whether it is this machine.
    public let isLoopback: Bool

    /// Where a request comes from.
    ///
    /// A proxy that is trusted says in `X-Forwarded-For` for whom it asks; of that, only what it added itself, the last, is believed. From
    /// elsewhere the header is not believed at all.
    ///
    /// - Parameters:
    ///   - peer: the address of the other end of the connection.
    ///   - forwarded: the header `X-Forwarded-For`.
    ///   - proxies: which proxies are trusted.
    public init(peer: String?, forwarded: String?, proxies: ProxyRule = .thisMachine) {
        if let peer, let forwarded, proxies.trusts(peer) {
            text =
                forwarded.split(separator: ",").last.map { String($0.trimmedBlanks.prefix(64)) } ?? "unknown"
            isLoopback = false
        } else {
            text = peer ?? "unknown"
            isLoopback = peer.map(HostRule.isLoopbackAddress) ?? false
        }
    }

    /// Whether a request was sent on this machine to this machine: from an address of its own, under a name of its own, and with nothing
    /// that a proxy adds. A proxy that adds nothing and changes the name cannot be told apart.
    ///
    /// - Parameters:
    ///   - authority: the header `Host`.
    ///   - headers: the names of all headers.
    public func isThisMachine(under authority: String?, headers: [String]) -> Bool {
        guard isLoopback, HostRule.isLoopback(authority: authority) else { return false }
        return !headers.contains { name in
            let name = name.lowercased()
            return Self.proxyHeaders.contains(name) || name.hasPrefix("x-forwarded-")
        }
    }

    private static let proxyHeaders: Set<String> = ["forwarded", "via", "x-real-ip"]
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmedBlanks: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
