public import FoundationEssentials
public import Interview

/// What somebody signs in with, and what they may do then. What the person is called and where mail reaches the person stands with the
/// person.
public struct Account: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public let id: String
    /// The name to sign in with (`LoginName`), as it was given.
    public var login: String
    /// The number of the person it belongs to.
    public var person: Int64?
    /// What its owner may do. It is told apart from what the person does, so that nobody becomes an admin by changing a person.
    public var role: PersonRole
    /// The number of the organization whose things its owner may see; `nil` for none, which for an admin means all.
    public var organization: Int64?
    /// Whether it can be used.
    public var state: AccountState
    /// The password as `PasswordHash` writes it.
    public var passwordHash: String
    /// When the password was set.
    public var passwordSetAt: Date
    /// When somebody last signed in with it.
    public var lastLoginAt: Date?

    /// An account.
    public init(
        id: String, login: LoginName, person: Int64? = nil, role: PersonRole = .candidate,
        organization: Int64? = nil, state: AccountState = .active, passwordHash: String, passwordSetAt: Date,
        lastLoginAt: Date? = nil
    ) {
        self.id = id
        self.login = login.text
        self.person = person
        self.role = role
        self.organization = organization
        self.state = state
        self.passwordHash = passwordHash
        self.passwordSetAt = passwordSetAt
        self.lastLoginAt = lastLoginAt
    }
}
