/// How accounts are dealt with.
public struct AccountSettings: Sendable, Hashable {
    /// Who may make an account.
    public enum Registration: String, Sendable, Hashable, CaseIterable {
        /// Nobody: an admin makes all.
        case closed
        /// Whoever has an invitation.
        case invitation
        /// Everybody, as a candidate of no organization.
        case open
    }

    /// Who may make an account.
    public var registration = Registration.invitation
    /// How long an access token is good, in seconds, 60...86,400.
    public var accessSeconds = 900
    /// How long a refresh token is good, in days, 1...365.
    public var refreshDays = 14
    /// How long an invitation is good, in days, 1...365.
    public var invitationDays = 7
    /// By how many seconds the clocks of two servers may differ, 0...60.
    public var leewaySeconds = 30
    /// How many requests an account may send in a minute; 0 for any number.
    public var requestsPerMinute = 6000
    /// Whether whoever reaches the server works without an account as long as there is none. Only for a server that nobody else
    /// reaches.
    public var allowsSingleUser = false

    /// The usual ones.
    public init() {}

    /// Whether an address to listen at is this machine's own, which nobody else reaches (RFC 1122, RFC 4291).
    public static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
