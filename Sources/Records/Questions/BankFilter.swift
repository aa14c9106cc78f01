public import Interview
import SQL

/// Which question banks a list shows; what is `nil` does not matter.
public struct BankFilter: Sendable, Hashable {
    /// About this subject, whatever the case of its letters.
    public var category: String?
    /// At this level.
    public var level: QuestionLevel?
    /// With this label, whatever the case of its letters.
    public var tag: String?
    /// Public or private ones.
    public var isPublic: Bool?
    /// Of this person.
    public var owner: Int64?
    /// Of this organization.
    public var organization: Int64?
    /// Whose name or description holds this, whatever the case of its letters.
    public var text: String?
    /// Those that somebody may ask from.
    public var audience: Audience?

    /// All banks.
    public init() {}

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let category { conditions.append("category = \(category.folded)") }
        if let level { conditions.append("level = \(level.rawValue)") }
        if let tag { conditions.append(LabelColumn.has(tag, in: "tags")) }
        if let isPublic { conditions.append("is_public = \(isPublic)") }
        if let owner { conditions.append("owner_id = \(owner)") }
        if let organization { conditions.append("organization_id = \(organization)") }
        if let text { conditions.append(LabelColumn.holds(text, in: "searched")) }
        if let audience { conditions.append(audience.condition) }
        return conditions
    }
}
