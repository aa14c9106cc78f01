/// Under which names a server may be asked.
///
/// A page of the web may give its own name the address of this machine (DNS rebinding), and would then be of the same origin as the server.
/// It cannot take another name, so only names that are known are answered.
public struct HostRule: Sendable, Hashable {
    /// The names beside those of this machine: `viva.example.com`, `.example.com` for all names under it, `*` for every name.
    public let allowed: [String]

    /// A rule.
    public init(allowed: [String]) { self.allowed = allowed.map { $0.lowercased() } }

    /// Whether a request may be answered.
    ///
    /// - Parameters:
    ///   - authority: the header `Host`: a name or an address, and mostly a port.
    ///   - listening: the address at which the connection arrived.
    public func allows(_ authority: String?, listening: String?) -> Bool {
        guard let authority, let name = Self.name(of: authority) else { return false }
        if Self.isLoopback(name) || name == listening?.lowercased() { return true }
        return allowed.contains { pattern in
            pattern == "*" || pattern == name
                || (pattern.hasPrefix(".") && (name.hasSuffix(pattern) || name == pattern.dropFirst()))
        }
    }

    /// Whether a header `Host` names this machine by a name that nobody else can take.
    public static func isLoopback(authority: String?) -> Bool {
        authority.flatMap(name).map(isLoopback) ?? false
    }

    /// The name or address without port and brackets, in small letters; `nil` for what is none.
    static func name(of authority: String) -> String? {
        let name: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            name = authority[authority.index(after: authority.startIndex)..<end]
            rest = authority[authority.index(after: end)...]
        } else {
            name = authority.prefix { $0 != ":" }
            rest = authority.dropFirst(name.count)
        }
        guard rest.isEmpty || rest.first == ":",
            rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let isName = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: ":"):
                true
            default: false
            }
        }
        guard isName, !name.isEmpty else { return nil }
        return String(name.hasSuffix(".") ? name.dropLast() : name).lowercased()
    }

    /// Whether a name is one of this machine that nobody else can take (RFC 6761, 6.3).
    static func isLoopback(_ name: String) -> Bool {
        name == "localhost" || name.hasSuffix(".localhost") || isLoopbackAddress(name)
    }

    /// Whether an address is of this machine alone.
    static func isLoopbackAddress(_ address: String) -> Bool {
        if address == "::1" { return true }
        let address = address.hasPrefix("::ffff:") ? address.dropFirst(7) : address[...]
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
