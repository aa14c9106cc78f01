public import FoundationEssentials
public import Interview

/// That somebody may make an account: a code that is good once.
public struct Invitation: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public let id: String
    /// The SHA-256 of the code, which itself is kept nowhere.
    public var codeHash: String
    /// What the owner of the account will do.
    public var role: PersonRole
    /// The number of the organization that the account will belong to.
    public var organization: Int64?
    /// Whom it is for: where that is said, only for an account with this address.
    public var email: String?
    /// The number of the person that the account will belong to; `nil` for a new one.
    public var person: Int64?
    /// The number of the account that invites; `nil` for whoever works on this machine.
    public var invitedBy: Int64?
    /// Until when it is good.
    public var expiresAt: Date
    /// When it was used; `nil` while it was not.
    public var usedAt: Date?

    /// An invitation.
    public init(
        id: String, codeHash: String, role: PersonRole, organization: Int64? = nil, email: String? = nil,
        person: Int64? = nil, invitedBy: Int64? = nil, expiresAt: Date, usedAt: Date? = nil
    ) {
        self.id = id
        self.codeHash = codeHash
        self.role = role
        self.organization = organization
        self.email = email
        self.person = person
        self.invitedBy = invitedBy
        self.expiresAt = expiresAt
        self.usedAt = usedAt
    }

    /// Whether an account may be made with it.
    public func isGood(at date: Date) -> Bool { usedAt == nil && date < expiresAt }
}
