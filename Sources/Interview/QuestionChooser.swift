import Speech

/// Chooses the questions of an interview, one after the other.
///
/// The same seed, bank, history, results and preferences always give the same question, so that an interrupted interview
/// goes on as it would have done.
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
    /// Every question of this number is about what was weak in earlier interviews, beginning with the second.
    public static let weakEvery = 3

    /// The next question, or `nil` when every question that fits has been asked.
    ///
    /// No question comes twice in an interview, and one of an earlier interview only when no other that fits is left, or when
    /// its answer was weak (`PracticeHistory`). The family is the one that the mix lacks most; technical questions that name
    /// a skill come before those of its subject, and these before others. The level follows the scores, one step up from `harderFrom` on and one step down under
    /// `easierBelow`, beginning at the level preferred; of the questions nearest to that level, those of the category asked
    /// least are drawn from, or, where skills are wanted, all with the weight of their skills. Every third question is
    /// about what was weak in earlier interviews. Where the mix or the level cannot be kept, the nearest that is left is
    /// taken.
    ///
    /// Where the questions are `fixed` (`InterviewPlan.fixed`), it is the first of these that was not asked.
    public func next(
        from bank: QuestionBank, asked: [AskedQuestion], preferences: QuestionPreferences,
        history: PracticeHistory = PracticeHistory(), fixed: [Question]? = nil
    ) -> Choice? {
        if let fixed { return Self.next(of: fixed, asked: asked) }
        let shares = SkillShares(preferences.skills ?? SkillSet(), of: bank.questions)
        return next(
            from: bank, asked: asked, preferences: preferences, history: history, shares: shares)
    }

    /// The next question, where it is known how plainly those of the bank are about the skills that are wanted.
    func next(
        from bank: QuestionBank, asked: [AskedQuestion], preferences: QuestionPreferences,
        history: PracticeHistory, shares: SkillShares
    ) -> Choice? {
        let done = asked.compactMap { bank[$0.id] }
        let names = Set(asked.map(\.id))
        let open = preferences.admitted(of: bank.questions.filter { !names.contains($0.id) }, shares: shares)
        let family = wantedFamily(after: done, preferences: preferences)
        let level = Self.level(after: asked, from: preferences.level)
        // Mixed with the number asked, so that each step draws anew and still repeats from the same history.
        var generator = SplitMix64(seed: seed &+ UInt64(asked.count) &* 0xD1B5_4A32_D192_ED03)
        let reasons = ChoiceReason(asked: asked, previous: asked.last.flatMap { bank[$0.id] })
        if asked.count % Self.weakEvery == 1,
            let weak = weak(
                open.filter { $0.kind.family == family }, asked: asked.count, level: level, history: history,
                using: &generator)
        {
            return Choice(question: weak.question, reason: reasons.text(weak.question, weak: weak))
        }
        let skills = SkillDraw(preferences.skills ?? SkillSet(), shares: shares, done: done)
        let rested = Self.rested(open, family: family, skills: skills, history: history)
        let nearest = Self.nearest(to: level, of: rested)
        let question =
            skills.isEmpty
            ? Self.leastAsked(nearest, done: done).randomElement(using: &generator)
            : skills.draw(from: nearest, done: done, using: &generator)
        guard let question else { return nil }
        return Choice(question: question, reason: reasons.text(question, skill: skills.skill(of: question)))
    }

    /// The first of some questions that was not asked.
    private static func next(of fixed: [Question], asked: [AskedQuestion]) -> Choice? {
        let names = Set(asked.map(\.id))
        return fixed.first { !names.contains($0.id) }.map {
            Choice(question: $0, reason: ChoiceReason.planned($0))
        }
    }

    /// The family that is furthest behind its share once the next question is counted.
    private func wantedFamily(
        after done: [Question], preferences: QuestionPreferences
    ) -> QuestionKind.Family {
        let technical = Double(done.count { $0.kind.family == .technical })
        let wanted = preferences.mix.technicalShare * Double(done.count + 1)
        return wanted - technical >= 0.5 ? .technical : .behavioural
    }

    // MARK: Earlier interviews

    /// Of the questions that may be asked, those to draw from: of the family and naming a skill, else fitting one, else of the family,
    /// else any; and of each first those that no earlier interview had. Where all were had, those longest ago.
    private static func rested(
        _ open: [Question], family: QuestionKind.Family, skills: SkillDraw, history: PracticeHistory
    ) -> [Question] {
        let since = Dictionary(
            history.questions.map { ($0.id, $0.questionsSince) }, uniquingKeysWith: { first, _ in first })
        func isFresh(_ question: Question) -> Bool { since[question.id] == nil }
        let inFamily = open.filter { $0.kind.family == family }
        // A story can be told about any job, so only technical questions keep to the skills.
        let fitting = family == .technical ? inFamily.filter(skills.isFitting) : []
        let groups = [
            fitting.filter { skills.isNaming($0) && isFresh($0) }, fitting.filter(isFresh), fitting,
            inFamily.filter(isFresh), open.filter(isFresh),
        ]
        for group in groups where !group.isEmpty {
            return group.contains(where: isFresh) ? group.filter(isFresh) : longestAgo(group, since: since)
        }
        return longestAgo(inFamily.isEmpty ? open : inFamily, since: since)
    }

    /// The half of some questions that was asked longest ago.
    private static func longestAgo(_ questions: [Question], since: [String: Int]) -> [Question] {
        let ordered = questions.sorted { (since[$1.id] ?? 0) < (since[$0.id] ?? 0) }
        let kept = Set(ordered.prefix((questions.count + 1) / 2).map(\.id))
        return questions.filter { kept.contains($0.id) }
    }

    /// A question about what was weak: one whose answer was weak and that may come back, or a new one about the weakest
    /// subject that has some left.
    private func weak(
        _ open: [Question], asked: Int, level: QuestionLevel, history: PracticeHistory,
        using generator: inout SplitMix64
    ) -> WeakChoice? {
        let had = Set(history.questions.map(\.id))
        let due = history.due(after: asked).compactMap { past in
            open.first { $0.id == past.id }.map {
                WeakChoice(question: $0, earlierScore: past.overall, area: nil)
            }
        }
        let fresh = history.weakAreas.lazy.compactMap {
            area -> (area: PracticeHistory.Area, questions: [Question])? in
            let questions = open.filter { $0.category == area.category && !had.contains($0.id) }
            return questions.isEmpty ? nil : (area, Self.nearest(to: level, of: questions))
        }.first
        // Every other time an old one and a new one, where there are both.
        let isOld = fresh == nil || !due.isEmpty && (asked / Self.weakEvery).isMultiple(of: 2)
        if isOld { return due.randomElement(using: &generator) }
        return fresh.flatMap { fresh in
            fresh.questions.randomElement(using: &generator).map {
                WeakChoice(question: $0, earlierScore: nil, area: fresh.area)
            }
        }
    }

    // MARK: Level and subject

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
}
