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
    /// `fixed` questions it has as many as these, of which the first of `questionCounts` are kept; none where none is settled yet.
    public init(
        questionCount: Int = 3, followUpLimit: Int = 1,
        preferences: QuestionPreferences = QuestionPreferences(),
        seed: UInt64, voice: SpeakingStyle = SpeakingStyle(), history: PracticeHistory? = nil,
        written: [Question]? = nil, fixed: [Question]? = nil
    ) {
        self.fixed = fixed.map { Array($0.prefix(Self.questionCounts.upperBound)) }
        self.questionCount =
            self.fixed?.count
            ?? min(max(questionCount, Self.questionCounts.lowerBound), Self.questionCounts.upperBound)
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

extension InterviewPlan {
    enum CodingKeys: String, CodingKey {
        case questionCount, followUpLimit, preferences, seed, written, fixed, history, voice
    }

    /// Reads a plan as it was kept; one without a settled question was kept with a count of one before.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        fixed = try container.decodeIfPresent([Question].self, forKey: .fixed)
        let count = try container.decode(Int.self, forKey: .questionCount)
        questionCount = fixed?.isEmpty == true ? 0 : count
        followUpLimit = try container.decode(Int.self, forKey: .followUpLimit)
        preferences = try container.decode(QuestionPreferences.self, forKey: .preferences)
        seed = try container.decode(UInt64.self, forKey: .seed)
        written = try container.decodeIfPresent([Question].self, forKey: .written)
        history = try container.decodeIfPresent(PracticeHistory.self, forKey: .history)
        voice = try container.decode(SpeakingStyle.self, forKey: .voice)
    }
}
