import Speech

/// Chooses the questions of an interview, one after the other.
///
/// The same seed, bank, history and preferences always give the same question, so that an interrupted interview goes
/// on as it would have done.
public struct QuestionChooser: Sendable, Hashable, Codable {
    /// A question chosen, and why.
    public struct Choice: Sendable, Hashable {
        /// The question to ask.
        public var question: Question
        /// Why this one, as a sentence for the person who is asked.
        public var reason: String

        /// A question chosen for `reason`.
        public init(question: Question, reason: String) {
            self.question = question
            self.reason = reason
        }
    }

    /// What makes two interviews differ.
    public var seed: UInt64

    /// A chooser whose choices follow from `seed`.
    public init(seed: UInt64) { self.seed = seed }

    /// The score from which the next question is harder.
    public static let harderFrom = 75.0
    /// The score below which the next question is easier.
    public static let easierBelow = 45.0

    /// The next question, or `nil` when every question that fits has been asked.
    ///
    /// No question comes twice. The family is the one that the mix lacks most; the level follows the scores, one step
    /// up from `harderFrom` on and one step down under `easierBelow`, beginning at the level preferred; and of the
    /// questions nearest to that level, those of the category asked least are drawn from. Where the mix or the level
    /// cannot be kept, the nearest that is left is taken.
    public func next(
        from bank: QuestionBank, asked: [AskedQuestion], preferences: QuestionPreferences
    ) -> Choice? {
        let done = asked.compactMap { bank[$0.id] }
        let names = Set(asked.map(\.id))
        let open = bank.questions.filter { question in
            !names.contains(question.id) && isWanted(question, preferences)
        }
        let family = wantedFamily(after: done, preferences: preferences)
        let inFamily = open.filter { $0.kind.family == family }
        let level = Self.level(after: asked, from: preferences.level)
        let nearest = Self.nearest(to: level, of: inFamily.isEmpty ? open : inFamily)
        let fresh = Self.leastAsked(nearest, done: done)
        // Mixed with the number asked, so that each step draws anew and still repeats from the same history.
        var generator = SplitMix64(seed: seed &+ UInt64(asked.count) &* 0xD1B5_4A32_D192_ED03)
        guard let question = fresh.randomElement(using: &generator) else { return nil }
        return Choice(
            question: question,
            reason: Self.reason(question, asked: asked, previous: asked.last.flatMap { bank[$0.id] }))
    }

    private func isWanted(_ question: Question, _ preferences: QuestionPreferences) -> Bool {
        let isInMix =
            switch preferences.mix {
            case .technical: question.kind.family == .technical
            case .behavioural: question.kind.family == .behavioural
            case .mixed: true
            }
        return isInMix && (preferences.role.map { question.suits(role: $0) } ?? true)
    }

    /// The family that is furthest behind its share once the next question is counted.
    private func wantedFamily(
        after done: [Question], preferences: QuestionPreferences
    ) -> QuestionKind.Family {
        let technical = Double(done.count { $0.kind.family == .technical })
        let wanted = preferences.mix.technicalShare * Double(done.count + 1)
        return wanted - technical >= 0.5 ? .technical : .behavioural
    }

    private static func level(after asked: [AskedQuestion], from start: QuestionLevel) -> QuestionLevel {
        asked.reduce(start) { level, question in level.advanced(by: step(after: question.overall)) }
    }

    /// How much harder the question after a score is to be.
    private static func step(after overall: Double?) -> Int {
        guard let overall else { return 0 }
        return overall >= harderFrom ? 1 : overall < easierBelow ? -1 : 0
    }

    private static func nearest(to level: QuestionLevel, of questions: [Question]) -> [Question] {
        let distances = questions.map { abs($0.level.rank - level.rank) }
        let least = distances.min()
        return zip(questions, distances).filter { $0.1 == least }.map(\.0)
    }

    private static func leastAsked(_ questions: [Question], done: [Question]) -> [Question] {
        let counts = questions.map { question in done.count { $0.category == question.category } }
        let least = counts.min()
        return zip(questions, counts).filter { $0.1 == least }.map(\.0)
    }

    private static func reason(_ question: Question, asked: [AskedQuestion], previous: Question?) -> String {
        let subject = "A \(question.level.rawValue) question about \(question.category)"
        guard let last = asked.last else { return "\(subject), to begin with." }
        guard let overall = last.overall, overall.isFinite, let previous else {
            return "\(subject), as the last answer has no score."
        }
        let score = Int(min(max(overall, 0), 100).rounded())
        if question.level > previous.level, overall >= harderFrom {
            return "\(subject): harder, because the last answer scored \(score)."
        }
        if question.level < previous.level, overall < easierBelow {
            return "\(subject): easier, because the last answer scored \(score)."
        }
        return "\(subject), after an answer that scored \(score)."
    }
}
