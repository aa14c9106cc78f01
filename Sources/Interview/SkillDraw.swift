import Speech

/// Draws questions by how well they fit the skills that are wanted.
struct SkillDraw {
    private let wanted: [SkillSet.Wanted]
    /// How plainly each question is about each skill.
    private let shares: SkillShares

    /// The fits of questions. A skill counts less each time a question about it was asked, so that each gets its turn.
    init(_ skills: SkillSet, shares: SkillShares, done: [Question]) {
        self.shares = shares
        let earlier = skills.isEmpty ? [] : done.map(shares.shares)
        wanted = skills.skills.enumerated().map { place, wanted in
            let times = earlier.reduce(0) { $0 + $1[place] }
            return SkillSet.Wanted(skill: wanted.skill, weight: wanted.weight / (1 + times))
        }
    }

    /// Whether no skill is wanted.
    var isEmpty: Bool { wanted.isEmpty }

    /// Whether a question names any of the skills, or its key points do: it is about more than their subject.
    func isNaming(_ question: Question) -> Bool {
        shares.shares(of: question).contains { $0 > SkillMatcher.sameSubject }
    }

    /// Whether a question is about any of the skills.
    func isFitting(_ question: Question) -> Bool { fit(of: question) > 0 }

    /// The skill that counts most of those that a question names; `nil` when it names none.
    func skill(of question: Question) -> Skill? {
        let shares = zip(wanted, shares.shares(of: question)).map { wanted, share in
            (wanted, share > SkillMatcher.sameSubject ? wanted.weight * share : 0)
        }
        // The first of the best, so that the order of the skills decides.
        guard let best = shares.map(\.1).max(), best > 0 else { return nil }
        return shares.first { $0.1 == best }?.0.skill
    }

    /// One of some questions: each is as likely as its fit, and less likely the more often its subject was asked about.
    /// A question that fits no skill has a little chance too, a generated one half of that of others.
    func draw(from questions: [Question], done: [Question], using generator: inout SplitMix64) -> Question? {
        let weights = questions.map { question in
            (Self.leastWeight + fit(of: question)) * (question.origin == nil ? 1 : Self.generatedFactor)
                / Double(1 + done.count { $0.category == question.category })
        }
        let whole = weights.reduce(0, +)
        guard whole > 0 else { return questions.randomElement(using: &generator) }
        var left = Double.random(in: 0..<whole, using: &generator)
        for (question, weight) in zip(questions, weights) {
            left -= weight
            if left < 0 { return question }
        }
        return questions.last
    }

    private static let leastWeight = 0.1
    /// What somebody wrote and read over comes before what was made for any subject.
    private static let generatedFactor = 0.5

    private func fit(of question: Question) -> Double {
        zip(wanted, shares.shares(of: question)).reduce(0) { $0 + $1.0.weight * $1.1 }
    }
}
