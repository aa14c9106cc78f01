public import FoundationEssentials
public import Interview

/// An account as others may see it, with what is known of its person; no secret is in it.
public struct AccountInfo: Sendable, Hashable, Codable {
    /// Its number.
    public var number: Int64
    /// Its UUID.
    public var id: String
    /// The name to sign in with.
    public var login: String
    /// Where mail reaches the person; `nil` where nobody said.
    public var email: String?
    /// What the person is called; the name to sign in with where there is no person.
    public var name: String
    /// What its owner may do.
    public var role: PersonRole
    /// The number of the organization.
    public var organization: Int64?
    /// Whether it can be used.
    public var state: AccountState
    /// The number of the person.
    public var person: Int64?
    /// When it was made.
    public var createdAt: Date
    /// When somebody last signed in with it.
    public var lastLoginAt: Date?

    /// An account.
    public init(
        number: Int64, id: String, login: String, email: String?, name: String, role: PersonRole,
        organization: Int64?, state: AccountState, person: Int64?, createdAt: Date, lastLoginAt: Date?
    ) {
        self.number = number
        self.id = id
        self.login = login
        self.email = email
        self.name = name
        self.role = role
        self.organization = organization
        self.state = state
        self.person = person
        self.createdAt = createdAt
        self.lastLoginAt = lastLoginAt
    }

    /// Who asks for something with it.
    public var requester: Requester {
        Requester(account: number, person: person, role: role, organization: organization)
    }
}
