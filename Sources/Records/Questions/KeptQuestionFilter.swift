public import Evaluation
public import Interview
import SQL

/// Which questions of the database a list shows; what is `nil` does not matter.
public struct KeptQuestionFilter: Sendable, Hashable {
    /// Of the bank with this number.
    public var bank: Int64?
    /// What a question must fit; letter case does not matter.
    public var question: QuestionFilter
    /// Of one of these kinds.
    public var kinds: [QuestionKind]?
    /// At one of these levels.
    public var levels: [QuestionLevel]?
    /// About one of these subjects; letter case does not matter.
    public var categories: [String]?
    /// With all of these labels; letter case does not matter.
    public var tags: [String] = []
    /// What it says: words in whatever form, as `Records.search` reads them.
    public var text: String?
    /// Those that are asked, those that are not any more, or both.
    public var isActive: Bool?
    /// Those of banks of this organization.
    public var organization: Int64?
    /// Those of banks that somebody may ask from.
    public var audience: Audience?

    /// Questions; left out, all that are asked.
    public init(
        bank: Int64? = nil, question: QuestionFilter = QuestionFilter(), text: String? = nil,
        isActive: Bool? = true, audience: Audience? = nil
    ) {
        self.bank = bank
        self.question = question
        self.text = text
        self.isActive = isActive
        self.audience = audience
    }

    func conditions(_ dialect: SQLDialect) -> [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let bank { conditions.append("bank_id = \(bank)") }
        if let kind = question.kind { conditions.append("kind = \(kind.rawValue)") }
        if let level = question.level { conditions.append("level = \(level.rawValue)") }
        if let kinds { conditions.append("kind IN (\(SQLQuery.list(kinds.map(\.rawValue))))") }
        if let levels { conditions.append("level IN (\(SQLQuery.list(levels.map(\.rawValue))))") }
        if let categories {
            let names = categories.map(\.folded)
            conditions.append(names.isEmpty ? "1 = 0" : "category IN (\(SQLQuery.list(names)))")
        }
        conditions += tags.map { LabelColumn.has($0, in: "tags") }
        if let category = question.category { conditions.append("category = \(category.folded)") }
        if let role = question.role {
            conditions.append("(roles = '' OR \(LabelColumn.has(role, in: "roles")))")
        }
        if let tag = question.tag { conditions.append(LabelColumn.has(tag, in: "tags")) }
        if let isActive { conditions.append("is_active = \(isActive)") }
        if let organization {
            conditions.append(
                "bank_id IN (SELECT id FROM question_banks WHERE organization_id = \(organization))")
        }
        if let audience {
            conditions.append("bank_id IN (SELECT id FROM question_banks WHERE \(audience.condition))")
        }
        if let text {
            let found = SearchWords(text)
            conditions.append(
                found.isEmpty
                    ? "1 = 0"
                    : """
                    id IN (SELECT texts.number FROM \(found.source(dialect))
                           WHERE \(found.condition(dialect)) AND texts.subject = 'question')
                    """)
        }
        return conditions
    }
}
