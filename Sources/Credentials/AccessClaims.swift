public import FoundationEssentials
public import Interview

/// What an access token says.
public struct AccessClaims: Sendable, Hashable {
    /// The UUID of the account.
    public var account: String
    /// The session that it belongs to: all tokens that came out of one signing in.
    public var session: String
    /// What the owner may do, as of when it was made.
    public var role: PersonRole
    /// The number of the organization, as of when it was made.
    public var organization: Int64?
    /// Its own id.
    public var id: String
    /// When it was made.
    public var issuedAt: Date
    /// Until when it is good.
    public var expiresAt: Date

    /// Claims.
    public init(
        account: String, session: String, role: PersonRole, organization: Int64?, id: String, issuedAt: Date,
        expiresAt: Date
    ) {
        self.account = account
        self.session = session
        self.role = role
        self.organization = organization
        self.id = id
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }
}
