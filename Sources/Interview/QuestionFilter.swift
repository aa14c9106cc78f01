/// Which questions of a bank are wanted; what is `nil` fits all.
public struct QuestionFilter: Sendable, Hashable {
    /// The sort of question.
    public var kind: QuestionKind?
    /// The subject; letter case does not matter.
    public var category: String?
    /// How much experience it asks for.
    public var level: QuestionLevel?
    /// A role it suits; questions that name no role suit all.
    public var role: String?
    /// A label it has; letter case does not matter.
    public var tag: String?

    /// What is wanted; left out, everything.
    public init(
        kind: QuestionKind? = nil, category: String? = nil, level: QuestionLevel? = nil, role: String? = nil,
        tag: String? = nil
    ) {
        self.kind = kind
        self.category = category
        self.level = level
        self.role = role
        self.tag = tag
    }

    /// Whether a question fits everything given.
    public func fits(_ question: Question) -> Bool {
        (kind == nil || question.kind == kind) && (level == nil || question.level == level)
            && (category.map { $0.lowercased() == question.category.lowercased() } ?? true)
            && (role.map { question.suits(role: $0) } ?? true)
            && (tag.map { tag in question.tags.contains { $0.lowercased() == tag.lowercased() } } ?? true)
    }
}
