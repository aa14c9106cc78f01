/// What a job description or a resume says about the questions that fit.
public struct JobProfile: Sendable, Hashable {
    /// The role of the bank that it is about; `nil` when none was found.
    public var role: String?
    /// The title that showed the role, as the text writes it.
    public var title: String?
    /// How much experience it asks for or shows; `nil` when it does not say.
    public var level: QuestionLevel?
    /// The words that showed the level.
    public var levelBecause: String?
    /// The skills, those of which it makes most first.
    public var skills: [FoundSkill]

    init(role: String?, title: String?, level: QuestionLevel?, levelBecause: String?, skills: [FoundSkill]) {
        self.role = role
        self.title = title
        self.level = level
        self.levelBecause = levelBecause
        self.skills = skills
    }

    /// What a text says, in the roles and the skills of a bank and a catalogue.
    public init(of text: String, roles: RoleFinder, catalogue: SkillCatalogue) {
        let words = SkillText(text)
        let found = roles.role(in: words)
        role = found?.role
        title = found?.title
        let level = LevelFinder().level(in: words, title: found)
        self.level = level?.level
        levelBecause = level?.because
        skills = SkillFinder(catalogue: catalogue).skills(in: words)
    }

    /// Whether nothing was found.
    public var isEmpty: Bool { role == nil && level == nil && skills.isEmpty }

    /// The skills with their weights: the share that each has of the score of the first, at least a tenth, times `factor`.
    public func wantedSkills(factor: Double = 1) -> [SkillSet.Wanted] {
        guard let most = skills.first?.score, most > 0 else { return [] }
        return skills.prefix(SkillSet.limit).map {
            SkillSet.Wanted(skill: $0.skill, weight: max(0.1, $0.score / most) * factor)
        }
    }
}
