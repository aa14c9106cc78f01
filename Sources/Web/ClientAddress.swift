/// Where a request comes from.
public struct ClientAddress: Sendable, Hashable {
    /// The address, as it is written; `unknown` where it is not known.
    public let text: String
    /// Whether it is this machine.
    public let isLoopback: Bool

    /// Where a request comes from.
    ///
    /// A proxy on this machine says in `X-Forwarded-For` for whom it asks; of that, only what it added itself, the last, is believed. From
    /// elsewhere the header is not believed at all.
    ///
    /// - Parameters:
    ///   - peer: the address of the other end of the connection.
    ///   - forwarded: the header `X-Forwarded-For`.
    public init(peer: String?, forwarded: String?) {
        let isLocal = peer.map(HostRule.isLoopbackAddress) ?? false
        if isLocal, let forwarded {
            text =
                forwarded.split(separator: ",").last.map { String($0.trimmedBlanks.prefix(64)) } ?? "unknown"
            isLoopback = false
        } else {
            text = peer ?? "unknown"
            isLoopback = isLocal
        }
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmedBlanks: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
