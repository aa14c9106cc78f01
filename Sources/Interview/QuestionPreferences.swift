public import Evaluation

/// What kind of questions somebody wants.
public struct QuestionPreferences: Sendable, Hashable, Codable {
    /// Which questions there are to be, and how technical and behavioural ones are mixed.
    public enum Mix: String, Sendable, Hashable, Codable, CaseIterable {
        /// Only technical ones.
        case technical
        /// Only behavioural ones.
        case behavioural
        /// Six technical ones to four behavioural ones.
        case mixed
        /// Only those that fit the job: that name the role, or fit a skill.
        case jobSpecific = "job"
        /// Only those about motives, wishes and circumstances.
        case hr
        /// Only case studies.
        case caseStudy = "case"
        /// Only problems to be solved in code.
        case coding
        /// Only the design of larger systems.
        case systemDesign = "system-design"

        /// The share of technical questions, 0...1.
        public var technicalShare: Double {
            switch self {
            case .technical, .caseStudy, .coding, .systemDesign: 1
            case .behavioural, .hr: 0
            case .mixed, .jobSpecific: 0.6
            }
        }

        /// The one kind of question it is about; `nil` where there are several.
        public var kind: QuestionKind? {
            switch self {
            case .technical, .behavioural, .mixed, .jobSpecific: nil
            case .hr: .hr
            case .caseStudy: .caseStudy
            case .coding: .coding
            case .systemDesign: .systemDesign
            }
        }
    }

    /// How the families of questions are mixed.
    public var mix: Mix
    /// The role practised for; `nil` for any.
    public var role: String?
    /// The level to begin with.
    public var level: QuestionLevel
    /// The skills that are asked about first; `nil` for none in particular.
    public var skills: SkillSet?
    /// What questions are made for from templates, because the bank has little about it; `nil` for nothing.
    public var templates: [TemplateSubject]?

    /// Preferences; left out, a mixed interview at the middle level for any role.
    public init(
        mix: Mix = .mixed, role: String? = nil, level: QuestionLevel = .mid, skills: SkillSet? = nil,
        templates: [TemplateSubject]? = nil
    ) {
        self.mix = mix
        self.role = role
        self.level = level
        self.skills = skills
        self.templates = templates
    }

    /// Those of some questions that may be asked at all: they are of the mix and suit the role.
    public func admitted(of questions: [Question]) -> [Question] {
        admitted(of: questions, shares: SkillShares(skills ?? SkillSet(), of: questions))
    }

    /// The same, where it is known how plainly the questions are about the skills.
    func admitted(of questions: [Question], shares: SkillShares) -> [Question] {
        let suiting = questions.filter { question in
            (role.map { question.suits(role: $0) } ?? true) && (mix.kind.map { question.kind == $0 } ?? true)
        }
        return switch mix {
        case .technical: suiting.filter { $0.kind.family == .technical }
        case .behavioural: suiting.filter { $0.kind.family == .behavioural }
        case .jobSpecific: forTheJob(suiting, shares)
        default: suiting
        }
    }

    /// Those that name the role or fit a skill; where neither is known, every question will do.
    private func forTheJob(_ questions: [Question], _ shares: SkillShares) -> [Question] {
        guard role != nil || skills?.isEmpty == false else { return questions }
        return questions.filter { question in
            role != nil && !question.roles.isEmpty || shares.isAboutAny(question)
        }
    }
}
