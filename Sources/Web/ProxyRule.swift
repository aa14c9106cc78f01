#if canImport(Glibc)
    import Glibc
#endif

/// Which proxies are believed when they say for whom they ask: those on this machine, and those that are named.
public struct ProxyRule: Sendable, Hashable {
    /// Addresses that begin alike.
    private struct Network: Hashable {
        let bytes: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            guard address.count == bytes.count else { return false }
            return (0..<bits).allSatisfy { bit in
                (address[bit / 8] ^ bytes[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    private let networks: [Network]

    /// Those on this machine alone.
    public static let thisMachine = ProxyRule(networks: [])

    private init(networks: [Network]) { self.networks = networks }

    /// Those on this machine, and at some addresses.
    ///
    /// - Parameter texts: addresses such as `192.0.2.7`, and networks such as `172.16.0.0/12` or `fd00::/8`; what is neither is left out.
    public init(_ texts: [String]) { networks = texts.compactMap(Self.network) }

    /// Whether a text is an address or a network.
    public static func isAddress(_ text: String) -> Bool { network(text) != nil }

    /// Whether whoever is at an address is believed.
    public func trusts(_ address: String) -> Bool {
        guard !HostRule.isLoopbackAddress(address) else { return true }
        guard !networks.isEmpty, let bytes = Self.bytes(address) else { return false }
        return networks.contains { $0.contains(bytes) }
    }

    private static func network(_ text: String) -> Network? {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let bytes = bytes(String(parts[0])) else { return nil }
        guard parts.count == 2 else { return Network(bytes: bytes, bits: bytes.count * 8) }
        guard let bits = Int(parts[1]), (0...bytes.count * 8).contains(bits) else { return nil }
        return Network(bytes: bytes, bits: bits)
    }

    /// The 4 or 16 bytes of an address; an address of IPv4 in the form of IPv6 has 4.
    private static func bytes(_ address: String) -> [UInt8]? {
        let plain = String(address.prefix { $0 != "%" })
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, plain, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, plain, &sixteen) == 1 else { return nil }
        let isMapped = sixteen[..<10].allSatisfy { $0 == 0 } && sixteen[10] == 0xFF && sixteen[11] == 0xFF
        return isMapped ? Array(sixteen[12...]) : sixteen
    }
}
