public import Accounts
public import Interview
import SQL

/// Which accounts a list shows; what is `nil` does not matter.
public struct AccountFilter: Sendable, Hashable {
    /// Whose owners may do this.
    public var role: PersonRole?
    /// Of this organization.
    public var organization: Int64?
    /// That can be used, or that cannot.
    public var state: AccountState?
    /// With this number.
    public var number: Int64?
    /// Of this person.
    public var person: Int64?
    /// Whose name to sign in with, or whose person's name or address, holds this, whatever the case of its letters.
    public var text: String?

    /// Accounts; left out, all.
    public init(
        role: PersonRole? = nil, organization: Int64? = nil, state: AccountState? = nil, number: Int64? = nil,
        person: Int64? = nil, text: String? = nil
    ) {
        self.role = role
        self.organization = organization
        self.state = state
        self.number = number
        self.person = person
        self.text = text
    }

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let role { conditions.append("accounts.role = \(role.rawValue)") }
        if let organization { conditions.append("accounts.organization_id = \(organization)") }
        if let state { conditions.append("accounts.state = \(state.rawValue)") }
        if let number { conditions.append("accounts.id = \(number)") }
        if let person { conditions.append("accounts.person_id = \(person)") }
        if let text {
            conditions.append(
                """
                (\(LabelColumn.holds(text, in: "accounts.login_key"))
                OR \(LabelColumn.holds(text, in: "people.searched")))
                """)
        }
        return conditions
    }
}
