/// Addresses of the network that one party has together, for counting attempts.
public enum AddressGroup {
    /// What an address is counted under: an address of IPv4 itself, of IPv6 the first half, since a household gets 2^64 of them
    /// (RFC 6177).
    public static func name(of address: String) -> String {
        let plain = address.prefix { $0 != "%" }.lowercased()
        guard plain.contains(":") else { return plain }
        // An address of IPv4 in the form of IPv6, such as ::ffff:192.0.2.7.
        if plain.contains("."), let last = plain.split(separator: ":").last { return String(last) }
        let halves = plain.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.split(separator: ":").map { $0.drop { $0 == "0" } } }
        var groups = halves[0]
        if halves.count == 2 {
            groups += Array(repeating: "", count: max(0, 8 - groups.count - halves[1].count)) + halves[1]
        }
        return groups.prefix(4).map { $0.isEmpty ? "0" : String($0) }.joined(separator: ":") + "::/64"
    }
}
