public import Interview
import SQL

/// Which templates a list shows; what is `nil` does not matter.
public struct TemplateFilter: Sendable, Hashable {
    /// The one that programs know by this key.
    public var key: String?
    /// Of this kind.
    public var kind: QuestionPreferences.Mix?
    /// At this level.
    public var level: QuestionLevel?
    /// For this role, whatever the case of its letters, or for any.
    public var role: String?
    /// With this label, whatever the case of its letters.
    public var tag: String?
    /// Those that may be used, or those that may not.
    public var isActive: Bool?
    /// Those for which one pays, or the others.
    public var isPremium: Bool?
    /// Of this person.
    public var owner: Int64?
    /// Of this organization.
    public var organization: Int64?
    /// Those that somebody may use: of nobody in particular, their own and those of their organization.
    public var audience: Audience?
    /// Whose title or description holds this, whatever the case of its letters.
    public var text: String?

    /// All templates.
    public init() {}

    var conditions: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let key { conditions.append("key = \(key)") }
        if let kind { conditions.append("kind = \(kind.rawValue)") }
        if let level { conditions.append("level = \(level.rawValue)") }
        if let role { conditions.append("(role IS NULL OR role = \(role.folded))") }
        if let tag { conditions.append(LabelColumn.has(tag, in: "tags")) }
        if let isActive { conditions.append("is_active = \(isActive)") }
        if let isPremium { conditions.append("is_premium = \(isPremium)") }
        if let owner { conditions.append("owner_id = \(owner)") }
        if let organization { conditions.append("organization_id = \(organization)") }
        if let audience { conditions.append(audience.templateCondition) }
        if let text { conditions.append(LabelColumn.holds(text, in: "searched")) }
        return conditions
    }
}
