/// A skill that a resume names, with where it does.
public struct ResumeSkill: Sendable, Hashable, Codable {
    /// The skill, with how much the resume makes of it.
    public var found: FoundSkill
    /// The first lines that name it, `ResumeProfile.limitLines` at most.
    public var lines: [ResumeLine]

    /// A skill with its lines.
    public init(found: FoundSkill, lines: [ResumeLine]) {
        self.found = found
        self.lines = lines
    }
}
