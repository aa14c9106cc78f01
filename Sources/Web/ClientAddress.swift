/// Where a request comes from.
public struct ClientAddress: Sendable, Hashable {
    /// The address, as it is written; `unknown` where it is not known.
    public let text: String
    /// Whether it is this machine.
    public let isLoopback: Bool

    /// Where a request comes from.
    ///
    /// A proxy that is trusted says in `X-Forwarded-For` for whom it asks; of that, only what it added itself, the last, is believed. From
    /// elsewhere the header is not believed at all. A proxy on this machine that says it otherwise or not at all asks for somebody unknown: what
    /// it passes on may be the client's own words.
    ///
    /// - Parameters:
    ///   - peer: the address of the other end of the connection.
    ///   - headers: the names and values of all headers.
    ///   - proxies: which proxies are trusted.
    public init(
        peer: String?, headers: [(name: String, value: String)], proxies: ProxyRule = .thisMachine
    ) {
        let isFromHere = peer.map(HostRule.isLoopbackAddress) ?? false
        let forwarded = headers.last { $0.name.lowercased() == "x-forwarded-for" }?.value
        if let peer, let forwarded, proxies.trusts(peer) {
            text =
                forwarded.split(separator: ",").last.map { String($0.trimmedBlanks.prefix(64)) } ?? "unknown"
            isLoopback = false
        } else if isFromHere, headers.contains(where: { Self.isOfProxy($0.name) }) {
            text = "unknown"
            isLoopback = false
        } else {
            text = peer ?? "unknown"
            isLoopback = isFromHere
        }
    }

    /// Whether a request was sent on this machine to this machine: from an address of its own, under a name of its own, and with nothing
    /// that a proxy adds. A proxy that adds nothing and changes the name cannot be told apart.
    ///
    /// - Parameter authority: the header `Host`.
    public func isThisMachine(under authority: String?) -> Bool {
        isLoopback && HostRule.isLoopback(authority: authority)
    }

    /// Whether a header is one that proxies add.
    static func isOfProxy(_ name: String) -> Bool {
        let name = name.lowercased()
        return proxyHeaders.contains(name) || proxyBeginnings.contains { name.hasPrefix($0) }
    }

    private static let proxyBeginnings = [
        "x-forwarded", "x-original-", "x-envoy-", "cf-", "x-azure-", "x-amzn-", "x-appengine-", "fly-",
    ]

    private static let proxyHeaders: Set<String> = [
        "forwarded", "forwarded-for", "via", "cdn-loop", "client-ip", "x-client-ip", "x-cluster-client-ip",
        "x-real-ip", "x-remote-ip", "x-remote-addr", "x-proxyuser-ip", "true-client-ip", "fastly-client-ip",
        "proxy-client-ip", "wl-proxy-client-ip", "x-arr-log-id", "x-arr-ssl",
    ]
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmedBlanks: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
