package import Foundation

extension URL {
    /// Whether the host is this machine by its name or by an address of the loopback (RFC 6761, RFC 1122, RFC 4291): what
    /// is sent there leaves the machine as little as a file.
    package var isLoopback: Bool {
        let host = (host ?? "").lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
