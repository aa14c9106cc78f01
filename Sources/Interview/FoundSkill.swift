/// A skill that a text names.
public struct FoundSkill: Sendable, Hashable, Codable {
    /// The skill.
    public var skill: Skill
    /// How often the text names it.
    public var count: Int
    /// Whether it stands among what is required.
    public var isRequired: Bool
    /// How much the text makes of it: each mention counts 1, 3 among what is required and 0.5 where it is only welcome;
    /// 12 at most.
    public var score: Double

    /// A skill with its mentions.
    public init(skill: Skill, count: Int, isRequired: Bool, score: Double) {
        self.skill = skill
        self.count = count
        self.isRequired = isRequired
        self.score = score
    }
}
