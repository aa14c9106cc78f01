/// What an answer to one question is judged against.
public struct Rubric: Sendable, Hashable, Codable {
    /// What sort of question it is, which decides what an answer is expected to look like.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Knowledge of the trade.
        case technical
        /// What the person once did.
        case behavioural
        /// What the person would do.
        case situational
        /// Motives, wishes and circumstances.
        case hr
        /// The design of a larger system.
        case systemDesign
        /// A problem to be solved in code.
        case coding
        /// A business problem to be thought through aloud.
        case caseStudy
    }

    /// The question as asked; its words alone earn nothing.
    public var question: String
    /// What a good answer says.
    public var keyPoints: [KeyPoint]
    /// Good answers in the words of a speaker.
    public var sampleAnswers: [String]
    /// What sort of question it is.
    public var kind: Kind
    /// How long a good spoken answer takes, in seconds; above 0.
    public var expectedDurationSeconds: Double

    /// The question's own criteria, by which the overall score is made where each says what it is measured by; `nil` for none.
    public var criteria: [Criterion]?
    /// The vague claim that the answer is to make concrete: such an answer gets no score of its own. `nil` for every other answer.
    public var claim: VagueClaim?

    /// The variants in braces that stand for moves of a story rather than for words, such as `{consulted}`; the list of
    /// them with their meanings is in `Docs/Scoring.md`.
    public static let storyMoves = StoryMove.allCases.map { "{\($0.rawValue)}" }

    /// What an answer to `question` is judged against.
    public init(
        question: String, keyPoints: [KeyPoint], sampleAnswers: [String] = [], kind: Kind,
        expectedDurationSeconds: Double = 90, criteria: [Criterion]? = nil, claim: VagueClaim? = nil
    ) {
        self.question = question
        self.keyPoints = keyPoints
        self.sampleAnswers = sampleAnswers
        self.kind = kind
        self.expectedDurationSeconds = expectedDurationSeconds
        self.criteria = criteria
        self.claim = claim
    }
}

extension Rubric.Kind {
    /// Whether an answer has technical content that can be right or wrong.
    public var isTechnical: Bool {
        switch self {
        case .technical, .systemDesign, .coding: true
        case .behavioural, .situational, .hr, .caseStudy: false
        }
    }

    /// Whether an answer tells of people and deeds rather than of a subject.
    var isStory: Bool {
        switch self {
        case .behavioural, .situational, .hr: true
        case .technical, .systemDesign, .coding, .caseStudy: false
        }
    }
}
