import Evaluation

/// How many questions there are of each sort.
public struct QuestionStatistics: Sendable, Hashable, Codable {
    /// How many questions share something.
    public struct Count: Sendable, Hashable, Codable {
        /// What they share, for example a category.
        public var name: String
        /// How many there are.
        public var questions: Int

        /// So many questions of a sort.
        public init(name: String, questions: Int) {
            self.name = name
            self.questions = questions
        }
    }

    /// How many questions there are in all.
    public var questions: Int
    /// By kind, in the order of the kinds; those without a question are left out.
    public var kinds: [Count]
    /// By category, most first.
    public var categories: [Count]
    /// By level, from the least experience on; those without a question are left out.
    public var levels: [Count]
    /// By the roles that questions name, most first. A question counts for each of its roles.
    public var roles: [Count]
    /// How many name no role and so suit all.
    public var forEveryRole: Int

    /// The statistics of some questions.
    public init(of questions: [Question]) {
        self.questions = questions.count
        kinds = QuestionKind.allCases
            .map { kind in Count(name: kind.rawValue, questions: questions.count { $0.kind == kind }) }
            .filter { $0.questions > 0 }
        levels = QuestionLevel.allCases
            .map { level in Count(name: level.rawValue, questions: questions.count { $0.level == level }) }
            .filter { $0.questions > 0 }
        categories = Self.counts(of: questions.map(\.category))
        roles = Self.counts(of: questions.flatMap { Set($0.roles) })
        forEveryRole = questions.count { $0.roles.isEmpty }
    }

    /// How often each name occurs, most first, else by name.
    private static func counts(of names: [String]) -> [Count] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            .map { Count(name: $0.key, questions: $0.value) }
            .sorted { ($1.questions, $0.name) < ($0.questions, $1.name) }
    }
}
