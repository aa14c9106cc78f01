/// Which pages of the web may use a server.
public struct OriginRule: Sendable, Hashable {
    /// Origins beside the server's own, such as `https://app.example.com`.
    public let allowed: [String]

    /// A rule.
    public init(allowed: [String]) { self.allowed = allowed.map { $0.lowercased() } }

    /// Whether pages of an origin may read answers.
    public func isAllowed(_ origin: String) -> Bool { allowed.contains(origin.lowercased()) }

    /// Whether a request comes from a page of the server itself, from one that is allowed, or from no page at all: programs that are no
    /// browsers say nothing.
    ///
    /// - Parameters:
    ///   - origin: the header `Origin`.
    ///   - site: the header `Sec-Fetch-Site`, which pages cannot set.
    ///   - authority: the header `Host`.
    public func allows(origin: String?, site: String?, authority: String?) -> Bool {
        if let origin {
            return isAllowed(origin) || (origin.lowercased() != "null" && Self.isSame(origin, authority))
        }
        return switch site {
        case nil, "same-origin", "none": true
        default: false
        }
    }

    /// Whether an origin is the server itself, as the client sees it; a proxy may speak TLS for it.
    private static func isSame(_ origin: String, _ authority: String?) -> Bool {
        let origin = origin.lowercased()
        for (scheme, port) in [("http://", ":80"), ("https://", ":443")] where origin.hasPrefix(scheme) {
            let own = authority?.lowercased() ?? ""
            return trimmed(String(origin.dropFirst(scheme.count)), port) == trimmed(own, port) && !own.isEmpty
        }
        return false
    }

    private static func trimmed(_ text: String, _ suffix: String) -> String {
        text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text
    }
}
