public import Evaluation
public import Interview

/// An interview template as it stands in a file.
public struct InterviewTemplateEntry: Sendable, Hashable {
    /// One question of a template.
    public enum Asked: Sendable, Hashable {
        /// The question with this id of a bank.
        case ofBank(String)
        /// One that the template brings itself.
        case own(Question)
    }

    /// What it asks.
    public enum Questions: Sendable, Hashable {
        /// These, in their order.
        case listed([Asked])
        /// So many that are chosen while the interview is held.
        case chosen(Int)
    }

    /// A short name that programs know it by; `nil` for most.
    public var key: String?
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
    public var minutes: Int
    /// The skills that are asked about first.
    public var skills: [String]
    /// Free labels.
    public var tags: [String]
    /// What it asks.
    public var questions: Questions
    /// Where it stands in its file, for messages.
    public var place: String

    /// A template of a file.
    public init(
        key: String? = nil, title: String, summary: String? = nil, kind: QuestionPreferences.Mix = .mixed,
        level: QuestionLevel = .mid, role: String? = nil, minutes: Int = InterviewSchedule.usualMinutes,
        skills: [String] = [], tags: [String] = [], questions: Questions, place: String = ""
    ) {
        self.key = key
        self.title = title
        self.summary = summary
        self.kind = kind
        self.level = level
        self.role = role
        self.minutes = minutes
        self.skills = skills
        self.tags = tags
        self.questions = questions
        self.place = place
    }

    /// The subject of a question of a template that names none.
    public static let usualCategory = "the job"

    /// The kind of a question that names none, in a template that asks a mix.
    public static func usualKind(in mix: QuestionPreferences.Mix) -> QuestionKind {
        mix.kind ?? (mix == .behavioural ? .behavioural : .technical)
    }
}
