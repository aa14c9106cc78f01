public import Speech

/// What an interview is meant to be, settled before its first question.
public struct InterviewPlan: Sendable, Hashable, Codable {
    /// How many questions an interview may have.
    public static let questionCounts = 1...50
    /// The most questions that a plan keeps beside the bank.
    public static let limitWritten = 50

    /// How many questions to ask; follow-ups are not counted.
    public var questionCount: Int
    /// How many follow-ups one question may have.
    public var followUpLimit: Int
    /// Which questions to choose from and in what proportion.
    public var preferences: QuestionPreferences
    /// Where the choice of questions starts from: the same seed, bank, history and results give the same questions.
    public var seed: UInt64
    /// The questions that a language model wrote for this interview, at most `limitWritten`: it would not write the same
    /// again, so they are kept. `nil` for none.
    public var written: [Question]?
    /// The questions to ask, in this order and no others, as they read when the interview was planned; `nil` where
    /// they are chosen one after the other.
    public var fixed: [Question]?
    /// What was answered in earlier interviews; `nil` where it is to have no part in the choice.
    public var history: PracticeHistory?
    /// How questions are spoken.
    public var voice: SpeakingStyle

    /// A plan; `questionCount` is brought into `questionCounts` and `followUpLimit` brought to at least 0. With
    /// `fixed` questions it has as many as these, of which the first of `questionCounts` are kept.
    public init(
        questionCount: Int = 3, followUpLimit: Int = 1,
        preferences: QuestionPreferences = QuestionPreferences(),
        seed: UInt64, voice: SpeakingStyle = SpeakingStyle(), history: PracticeHistory? = nil,
        written: [Question]? = nil, fixed: [Question]? = nil
    ) {
        self.fixed = fixed.map { Array($0.prefix(Self.questionCounts.upperBound)) }
        self.questionCount = min(
            max(self.fixed?.count ?? questionCount, Self.questionCounts.lowerBound),
            Self.questionCounts.upperBound)
        self.followUpLimit = max(0, followUpLimit)
        self.preferences = preferences
        self.seed = seed
        self.voice = voice
        self.history = history
        self.written = written.map { Array($0.prefix(Self.limitWritten)) }
    }

    /// The same with questions that are settled.
    func settled(on questions: [Question]) -> InterviewPlan {
        InterviewPlan(
            questionCount: questions.count, followUpLimit: followUpLimit, preferences: preferences,
            seed: seed,
            voice: voice, history: history, written: written, fixed: questions)
    }
}
