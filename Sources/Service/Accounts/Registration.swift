/// An account that somebody makes alone.
public struct Registration: Sendable, Hashable {
    /// The name to sign in with.
    public var login: String
    /// The password, as it is typed.
    public var password: String
    /// What the person is called; `nil` for the name to sign in with.
    public var name: String?
    /// Where mail reaches the person.
    public var email: String?
    /// The code of an invitation.
    public var invitation: String?

    /// An account.
    public init(
        login: String, password: String, name: String? = nil, email: String? = nil,
        invitation: String? = nil
    ) {
        self.login = login
        self.password = password
        self.name = name
        self.email = email
        self.invitation = invitation
    }
}
