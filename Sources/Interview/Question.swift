public import Evaluation

/// A question of an interview, with what is known about good answers to it.
public struct Question: Sendable, Hashable, Codable, Identifiable {
    /// The name, lower case with hyphens, unique in its bank.
    public var id: String
    /// The question as written.
    public var text: String
    /// The question as spoken, where that differs from `text`.
    public var spokenText: String?
    /// What sort of question it is.
    public var kind: QuestionKind
    /// The subject, for example `databases`.
    public var category: String
    /// How much experience it asks for.
    public var level: QuestionLevel
    /// The roles it suits; empty for every role.
    public var roles: [String]
    /// What a good answer says.
    public var keyPoints: [KeyPoint]
    /// Good answers in the words of a speaker.
    public var sampleAnswers: [String]
    /// What a human reviewer scores.
    public var criteria: [Criterion]
    /// Help that may be given to someone who is stuck.
    public var hints: [String]
    /// Further questions for points that were left out.
    public var followUps: [FollowUp]
    /// How long a good spoken answer takes, in seconds.
    public var expectedDurationSeconds: Double
    /// Free labels.
    public var tags: [String]
    /// What made it, also when it was taken into a bank since; `nil` for a question that somebody wrote.
    public var origin: QuestionOrigin?
    /// The language model that wrote it, for example `llama3.1 at localhost`; `nil` for one that none wrote.
    public var model: String?

    /// A question.
    public init(
        id: String, text: String, spokenText: String? = nil, kind: QuestionKind, category: String,
        level: QuestionLevel, roles: [String] = [], keyPoints: [KeyPoint], sampleAnswers: [String] = [],
        criteria: [Criterion] = [], hints: [String] = [], followUps: [FollowUp] = [],
        expectedDurationSeconds: Double = 90, tags: [String] = [], origin: QuestionOrigin? = nil,
        model: String? = nil
    ) {
        self.id = id
        self.text = text
        self.spokenText = spokenText
        self.kind = kind
        self.category = category
        self.level = level
        self.roles = roles
        self.keyPoints = keyPoints
        self.sampleAnswers = sampleAnswers
        self.criteria = criteria
        self.hints = hints
        self.followUps = followUps
        self.expectedDurationSeconds = expectedDurationSeconds
        self.tags = tags
        self.origin = origin
        self.model = model
    }

    /// What an answer to the question is judged against.
    public var rubric: Rubric {
        Rubric(
            question: text, keyPoints: keyPoints, sampleAnswers: sampleAnswers, kind: judgedKind,
            expectedDurationSeconds: expectedDurationSeconds, criteria: criteria.isEmpty ? nil : criteria)
    }

    /// A template knows how people go about things and no fact of their subject, so what answers it is judged as what
    /// somebody would do, without technical accuracy.
    private var judgedKind: QuestionKind { origin == .template && kind.isTechnical ? .situational : kind }

    /// Whether the question suits a role; one that names no role suits all, and letter case does not matter.
    public func suits(role: String) -> Bool {
        roles.isEmpty || roles.contains { $0.lowercased() == role.lowercased() }
    }
}
