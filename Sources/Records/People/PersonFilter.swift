public import Interview
import SQL

/// Which people a list shows; what is `nil` does not matter.
public struct PersonFilter: Sendable, Hashable {
    /// Who do this.
    public var role: PersonRole?
    /// Of this organization.
    public var organization: Int64?
    /// With this address, whatever the case of its letters.
    public var email: String?
    /// Whose name or address holds this, whatever the case of its letters.
    public var text: String?
    /// Only those that somebody may see; `nil` for all.
    public var reach: RecordReach?

    /// People; left out, all.
    public init(
        role: PersonRole? = nil, organization: Int64? = nil, email: String? = nil, text: String? = nil
    ) {
        self.role = role
        self.organization = organization
        self.email = email
        self.text = text
    }

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let role { conditions.append("role = \(role.rawValue)") }
        if let organization { conditions.append("organization_id = \(organization)") }
        if let email { conditions.append("email = \(email.folded)") }
        if let reach { conditions.append(reach.condition(of: ["id"])) }
        if let text { conditions.append(LabelColumn.holds(text, in: "searched")) }
        return conditions
    }
}
