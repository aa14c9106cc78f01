public import FoundationEssentials

/// A refresh token that is to be kept: its hash, and how long it is good.
public struct NewRefreshToken: Sendable, Hashable {
    /// The SHA-256 of the token.
    public var hash: String
    /// Until when it is good.
    public var expiresAt: Date

    /// A token.
    public init(hash: String, expiresAt: Date) {
        self.hash = hash
        self.expiresAt = expiresAt
    }
}
