public import Evaluation
public import Interview

/// The questions that somebody wants a language model to write.
public struct QuestionWish: Sendable, Hashable {
    /// What they are to be about.
    public var subject: TemplateSubject
    /// The other ways in which the subject is written.
    public var spellings: [String]
    /// The job they are for; `nil` for any.
    public var role: String?
    /// The kinds they may be of, at least one.
    public var kinds: [QuestionKind]
    /// The levels they may ask for, the one wanted most first, at least one.
    public var levels: [QuestionLevel]
    /// How many are wanted.
    public var count: Int

    /// Questions of certain kinds and levels about a subject; those about a role are for that role.
    public init(
        _ subject: TemplateSubject, spellings: [String] = [], role: String? = nil, kinds: [QuestionKind],
        levels: [QuestionLevel], count: Int
    ) {
        self.subject = subject
        self.spellings = spellings
        self.role = subject.sort == .role ? subject.name : role
        self.kinds = kinds
        self.levels = levels
        self.count = count
    }

    /// What an interview with certain preferences needs: its kinds of questions, at its level and, since the level follows
    /// the answers, one below and one above it.
    public init(_ subject: TemplateSubject, preferences: QuestionPreferences, count: Int) {
        let level = preferences.level
        let levels = [level] + [1, -1].map(level.advanced).filter { $0 != level }
        let skill = preferences.skills?.skills.first { $0.skill.name == subject.name }
        self.init(
            subject, spellings: skill?.skill.spellings ?? [], role: preferences.role,
            kinds: Self.kinds(of: preferences.mix), levels: levels,
            count: count)
    }

    /// The kinds of questions that a mix is written with.
    public static func kinds(of mix: QuestionPreferences.Mix) -> [QuestionKind] {
        switch mix {
        case .technical: [.technical]
        case .behavioural: [.behavioural, .situational]
        case .mixed, .jobSpecific: [.technical, .behavioural, .situational]
        case .hr, .caseStudy, .coding, .systemDesign: mix.kind.map { [$0] } ?? []
        }
    }
}
