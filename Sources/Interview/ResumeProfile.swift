/// What a resume says about the questions that fit, with the lines that say so.
public struct ResumeProfile: Sendable, Hashable, Codable {
    /// The most lines that are kept for one thing.
    public static let limitLines = 5

    /// The role of the bank that it is about; `nil` when none was found.
    public var role: String?
    /// The title that showed the role, as the text writes it.
    public var title: String?
    /// The line of that title.
    public var titleLine: ResumeLine?
    /// How much experience it shows; `nil` when it does not say.
    public var level: QuestionLevel?
    /// The words that showed the level.
    public var levelBecause: String?
    /// The line of those words.
    public var levelLine: ResumeLine?
    /// The skills, those of which it makes most first.
    public var skills: [ResumeSkill]
    /// The employers, in the order in which it names them.
    public var companies: [FoundCompany]

    /// What a text says, in the roles and the skills of a bank and a catalogue. Any text will do; the time grows with its
    /// length.
    public init(of text: String, roles: RoleFinder, catalogue: SkillCatalogue) {
        let lines = ResumeLine.lines(of: text)
        func line(_ number: Int) -> ResumeLine? { lines.indices.contains(number) ? lines[number] : nil }
        let words = SkillText(text)
        let found = roles.role(in: words)
        role = found?.role
        title = found?.title
        titleLine = found.flatMap { line(words.words[$0.place].line) }
        let level = LevelFinder().level(in: words, title: found)
        self.level = level?.level
        levelBecause = level?.because
        levelLine = level.flatMap { line(words.words[$0.place].line) }
        skills = SkillFinder(catalogue: catalogue).located(in: words).map { skill, places in
            ResumeSkill(found: skill, lines: places.prefix(Self.limitLines).compactMap(line))
        }
        companies = CompanyFinder().companies(in: lines)
    }

    /// Whether nothing was found.
    public var isEmpty: Bool { job.isEmpty && companies.isEmpty }

    /// The same without employers and lines, as of a job description.
    public var job: JobProfile {
        JobProfile(
            role: role, title: title, level: level, levelBecause: levelBecause, skills: skills.map(\.found))
    }
}
