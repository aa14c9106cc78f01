import Interview
import SQL

extension QuestionBankInfo: RecordValue {
    static var table: StaticString { "question_banks" }
    static var noun: String { "question bank" }
    static var references: SQLQuery { "owner_id, organization_id" }

    var columns: [(StaticString, any SQLConvertible)] {
        [
            ("key", key), ("organization_id", organization), ("owner_id", owner), ("name", name),
            ("category", category?.folded), ("level", level?.rawValue),
            ("tags", LabelColumn.text(tags)), ("is_public", isPublic),
            ("searched", [name, summary ?? ""].joined(separator: "\n").folded),
        ]
    }

    mutating func refer(to row: SQLRow) throws {
        owner = try row.optionalInteger("owner_id")
        organization = try row.optionalInteger("organization_id")
    }
}
