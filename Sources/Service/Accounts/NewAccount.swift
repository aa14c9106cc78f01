import Accounts
import FoundationEssentials
public import Interview
public import Records

/// An account that an admin makes for somebody.
public struct NewAccount: Sendable, Hashable {
    /// The name to sign in with.
    public var login: String
    /// The password, as it is typed.
    public var password: String
    /// What the person is called; `nil` for the name to sign in with.
    public var name: String?
    /// Where mail reaches the person; `nil` for the name to sign in with, where that is an address.
    public var email: String?
    /// What its owner may do.
    public var role: PersonRole
    /// The number of the organization.
    public var organization: Int64?
    /// The person whose it is; `nil` for somebody who is not kept yet.
    public var person: RecordName?

    /// An account.
    public init(
        login: String, password: String, name: String? = nil, email: String? = nil,
        role: PersonRole = .candidate, organization: Int64? = nil, person: RecordName? = nil
    ) {
        self.login = login
        self.password = password
        self.name = name
        self.email = email
        self.role = role
        self.organization = organization
        self.person = person
    }

    /// The person that is kept with it.
    func newPerson(_ login: LoginName) -> Person {
        Person(
            id: UUID().uuidString.lowercased(), name: name ?? login.text, email: email ?? login.email,
            role: role, organization: organization)
    }
}
