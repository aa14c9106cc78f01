import SQL

/// For whom a list is: it shows what is public, what is the person's own and what belongs to the organization.
public struct Audience: Sendable, Hashable {
    /// The number of a person.
    public var person: Int64?
    /// The number of an organization.
    public var organization: Int64?

    /// Somebody; left out, one of whom nothing is known, who sees what is public.
    public init(person: Int64? = nil, organization: Int64? = nil) {
        self.person = person
        self.organization = organization
    }

    /// That a bank is for it.
    var condition: SQLQuery { condition("is_public = 1") }

    /// That a template is for it.
    var templateCondition: SQLQuery { condition("owner_id IS NULL AND organization_id IS NULL") }

    private func condition(_ everybody: SQLQuery) -> SQLQuery {
        var ways: [SQLQuery] = ["(\(everybody))"]
        if let person { ways.append("owner_id = \(person)") }
        if let organization { ways.append("organization_id = \(organization)") }
        return "(\(SQLQuery.joined(ways, by: " OR ")))"
    }
}
