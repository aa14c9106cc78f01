extension QuestionPreferences {
    /// What was asked for, a job description and a resume together say: what was asked for counts most, then the job.
    ///
    /// - Parameters:
    ///   - role: the role, as the bank writes it where it knows it; `nil` for that of the texts.
    ///   - level: where to begin; `nil` for that of the texts, else the middle one.
    ///   - named: the skills that were asked for.
    public init(
        mix: Mix, role: String?, level: QuestionLevel?, skills named: [Skill], job: JobProfile?,
        resume: JobProfile?
    ) {
        let skills = SkillSet(
            named.map { SkillSet.Wanted(skill: $0) }
                + (job?.wantedSkills(factor: named.isEmpty ? 1 : 0.5) ?? [])
                + (resume?.wantedSkills(factor: job == nil && named.isEmpty ? 1 : 0.4) ?? []))
        self.init(
            mix: mix, role: role ?? job?.role ?? resume?.role,
            level: level ?? job?.level ?? resume?.level ?? .mid, skills: skills.isEmpty ? nil : skills)
    }

    /// Whether a role or a skill can be named so that a question can hold it: not too long, with a letter, on one line.
    public static func canName(_ name: String) -> Bool {
        name.count <= SkillCatalogue.longestName && name.contains(where: \.isLetter)
            && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
