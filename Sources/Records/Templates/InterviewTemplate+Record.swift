import Interview
import SQL

extension InterviewTemplate: RecordValue {
    static var table: StaticString { "templates" }
    static var noun: String { "template" }
    static var references: SQLQuery {
        """
        owner_id, organization_id, use_count,
        (SELECT COUNT(*) FROM interviews WHERE interviews.template_id = templates.id
            AND interviews.state = 'completed') AS completed_count,
        (SELECT AVG(interviews.overall) FROM interviews WHERE interviews.template_id = templates.id
            AND interviews.state = 'completed') AS mean_score
        """
    }

    var columns: [(StaticString, any SQLConvertible)] {
        [
            ("key", key), ("organization_id", organization), ("owner_id", owner), ("title", title),
            ("kind", kind.rawValue), ("level", level.rawValue), ("role", role?.folded),
            ("tags", LabelColumn.text(tags)), ("is_active", isActive), ("is_premium", isPremium),
            ("searched", [title, summary ?? ""].joined(separator: "\n").folded),
        ]
    }

    mutating func refer(to row: SQLRow) throws {
        owner = try row.optionalInteger("owner_id")
        organization = try row.optionalInteger("organization_id")
    }
}
