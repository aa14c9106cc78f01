public import FoundationEssentials

/// An interview as it is held again and again: with the same questions in the same order, or with others of the same sort.
public struct InterviewTemplate: Sendable, Hashable, Codable, Identifiable {
    /// Where its questions come from.
    public enum Questions: Sendable, Hashable, Codable {
        /// It has its own.
        case own([Question])
        /// Those with these ids of the bank with that number, as they read when it is used.
        case ofBank(Int64, ids: [String])
        /// So many that are chosen while the interview is held, of what the template says about them.
        case chosen(Int)

        /// How many there are.
        public var count: Int {
            switch self {
            case .own(let questions): questions.count
            case .ofBank(_, let ids): ids.count
            case .chosen(let count): count
            }
        }
    }

    /// A UUID as text.
    public let id: String
    /// A short name that programs know it by; `nil` for most.
    public let key: String?
    /// What it is called.
    public var title: String
    /// What it is for.
    public var summary: String?
    /// What is asked.
    public var kind: QuestionPreferences.Mix
    /// How much experience it asks for.
    public var level: QuestionLevel
    /// The role that it is for; `nil` for any.
    public var role: String?
    /// How long it is planned to take, in minutes.
    public var durationMinutes: Int
    /// Its questions, in their order.
    public var questions: Questions
    /// Whether it may be used.
    public var isActive: Bool
    /// Whether it is for those only who pay for it.
    public var isPremium: Bool
    /// The number of the person whose it is.
    public var owner: Int64?
    /// The number of the organization whose it is.
    public var organization: Int64?
    /// Free labels.
    public var tags: [String]
    /// The skills that are asked about first, where its questions are chosen; `nil` for none in particular.
    public var skills: SkillSet?
    /// What questions are made for from templates of questions, because the bank has little about it; `nil` for nothing.
    public var subjects: [TemplateSubject]?

    /// A template; left out, one of nobody in particular that may be used.
    public init(
        id: String, key: String? = nil, title: String, summary: String? = nil,
        kind: QuestionPreferences.Mix = .mixed, level: QuestionLevel = .mid, role: String? = nil,
        durationMinutes: Int = 30, questions: Questions, isActive: Bool = true, isPremium: Bool = false,
        owner: Int64? = nil, organization: Int64? = nil, tags: [String] = [], skills: SkillSet? = nil,
        subjects: [TemplateSubject]? = nil
    ) {
        self.id = id
        self.key = key
        self.title = title
        self.summary = summary
        self.kind = kind
        self.level = level
        self.role = role
        self.durationMinutes = durationMinutes
        self.questions = questions
        self.isActive = isActive
        self.isPremium = isPremium
        self.owner = owner
        self.organization = organization
        self.tags = tags
        self.skills = skills
        self.subjects = subjects
    }

    /// Which questions it is about; those that are chosen are chosen by it.
    public var preferences: QuestionPreferences {
        QuestionPreferences(mix: kind, role: role, level: level, skills: skills, templates: subjects)
    }

    /// The same without white space around its texts.
    ///
    /// - Throws: `InvalidField` when it has no title, no question or too many of them, one twice, or a text is too
    ///   long.
    public func checked() throws(InvalidField) -> InterviewTemplate {
        var template = self
        template.title = try InvalidField.name(title, "title")
        template.summary = try InvalidField.text(summary, "description")
        template.tags = try InvalidField.labels(tags, "tags")
        if let role { template.role = try InvalidField.name(role, "role") }
        guard InterviewSchedule.durations.contains(durationMinutes) else {
            throw InvalidField(
                field: "duration",
                reason: "It has \(durationMinutes) minutes, and "
                    + "\(InterviewSchedule.durations.lowerBound) to \(InterviewSchedule.durations.upperBound) are allowed."
            )
        }
        let ids: [String]
        switch questions {
        case .own(let questions):
            var checked: [Question] = []
            for question in questions { checked.append(try question.checked()) }
            template.questions = .own(checked)
            ids = checked.map(\.id)
        case .ofBank(_, let names): ids = names
        case .chosen: ids = []
        }
        guard InterviewPlan.questionCounts.contains(questions.count) else {
            throw InvalidField(
                field: "questions",
                reason: "There are \(questions.count), and \(InterviewPlan.questionCounts.lowerBound) to "
                    + "\(InterviewPlan.questionCounts.upperBound) are allowed.")
        }
        var seen: Set<String> = []
        if let twice = ids.first(where: { !seen.insert($0).inserted }) {
            throw InvalidField(field: "questions", reason: "`\(twice)` is there twice.")
        }
        return template
    }

    /// The same under another id, without a short name unless one is given.
    package func copy(id: String, key: String? = nil) -> InterviewTemplate {
        InterviewTemplate(
            id: id, key: key, title: title, summary: summary, kind: kind, level: level, role: role,
            durationMinutes: durationMinutes, questions: questions, isActive: isActive, isPremium: isPremium,
            owner: owner, organization: organization, tags: tags, skills: skills, subjects: subjects)
    }

    /// An interview that is to be held after it.
    ///
    /// - Parameters:
    ///   - id: The interview's id.
    ///   - number: The number of the template, which the interview names.
    ///   - questions: What is asked, in this order; `nil` where it is chosen while the interview is held.
    ///   - role: The role; left out, the template's.
    ///   - schedule: When it is to be held; `nil` for when people are ready.
    ///   - manner: How it is held.
    public func interview(
        id: String, template number: Int64, questions: [Question]?, role: String? = nil,
        company: String? = nil, candidate: Int64? = nil, schedule: InterviewSchedule? = nil,
        manner: InterviewManner = InterviewManner(), seed: UInt64, createdAt: Date
    ) -> Interview {
        var preferences = preferences
        preferences.role = role ?? self.role
        return Interview(
            id: id,
            plan: InterviewPlan(
                questionCount: self.questions.count, followUpLimit: manner.followUpLimit,
                preferences: preferences, seed: seed, voice: manner.voice, fixed: questions),
            details: InterviewDetails(
                title: title, summary: summary, mode: manner.mode, medium: manner.medium, company: company,
                // What is held after a sample is no sample.
                tags: tags.filter { $0 != InterviewDetails.sampleTag }, organization: organization,
                candidate: candidate, template: number, usesLanguageModel: manner.usesLanguageModel),
            schedule: schedule, createdAt: createdAt)
    }
}
