/// What questions are made for from templates.
public struct TemplateSubject: Sendable, Hashable, Codable {
    /// What sort of thing it is.
    public enum Sort: String, Sendable, Hashable, Codable {
        /// Something one can be good at.
        case skill
        /// A job.
        case role
    }

    /// A skill or a role.
    public var sort: Sort
    /// Its name.
    public var name: String

    /// Something that questions are made for.
    public init(_ sort: Sort, _ name: String) {
        self.sort = sort
        self.name = name
    }

    /// How the ids of the questions made for it begin.
    package var idPrefix: String { "generated-\(QuestionSlug.of(name))" }

    /// Those of some questions that are plainly about it.
    package func named(in questions: [Question]) -> [Question] {
        switch sort {
        case .role: questions.filter { !$0.roles.isEmpty && $0.suits(role: name) }
        case .skill:
            questions.filter { [matcher = SkillMatcher([Skill(name: name)])] in
                matcher.shares(of: $0).contains { $0 >= SkillMatcher.named }
            }
        }
    }
}
