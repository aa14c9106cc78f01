/// The skills that somebody wants to be asked about, with how much each counts.
public struct SkillSet: Sendable, Hashable, Codable {
    /// A skill and how much it counts.
    public struct Wanted: Sendable, Hashable, Codable {
        /// The skill.
        public var skill: Skill
        /// How much it counts against the others, above 0 up to 1.
        public var weight: Double

        /// A skill that counts `weight`.
        public init(skill: Skill, weight: Double = 1) {
            self.skill = skill
            self.weight = weight
        }
    }

    /// The most skills that a set keeps; those that count least are left out.
    public static let limit = 24

    /// The skills, those that count most first.
    public let skills: [Wanted]

    /// A set of skills, of which one that comes twice counts once, and the heaviest `limit` are kept.
    public init(_ skills: [Wanted] = []) {
        var seen: Set<String> = []
        let ordered = skills.enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        self.skills = Array(
            ordered.map(\.element).filter {
                $0.weight > 0 && seen.insert($0.skill.name.lowercased()).inserted
            }
            .prefix(Self.limit))
    }

    /// Whether there is none.
    public var isEmpty: Bool { skills.isEmpty }
}
