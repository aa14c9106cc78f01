public import Accounts
public import Interview

/// What is changed of an account; what is `nil` stays.
public struct AccountEdit: Sendable, Hashable {
    /// The name to sign in with.
    public var login: String?
    /// What its owner may do.
    public var role: PersonRole?
    /// The number of the organization, or none.
    public var organization: Int64??
    /// Whether it can be used.
    public var state: AccountState?

    /// A change.
    public init(
        login: String? = nil, role: PersonRole? = nil, organization: Int64?? = nil,
        state: AccountState? = nil
    ) {
        self.login = login
        self.role = role
        self.organization = organization
        self.state = state
    }
}
