extension QuestionChooser {
    /// The score that answers are taken to have while nobody has answered: it leaves the level where it is.
    static let middlingScore = 60.0

    /// The questions of a whole interview, chosen before any is answered; fewer than `count` where no more fit.
    ///
    /// - Parameter count: how many are wanted.
    public func choices(
        _ count: Int, from bank: QuestionBank, preferences: QuestionPreferences,
        history: PracticeHistory = PracticeHistory()
    ) -> [Choice] {
        let shares = SkillShares(preferences.skills ?? SkillSet(), of: bank.questions)
        return choices(
            count, behind: [], from: bank, preferences: preferences, history: history, shares: shares)
    }

    /// The questions of a whole interview that is to have as many as were asked for: where too few fit, those come behind them that
    /// fit nearly, for other roles and then of the kinds beside the one that is wanted. Fewer only where the bank has no more.
    ///
    /// - Parameter count: how many are wanted.
    public func enoughChoices(
        _ count: Int, from bank: QuestionBank, preferences: QuestionPreferences,
        history: PracticeHistory = PracticeHistory()
    ) -> [Choice] {
        // Those that are wider want the same skills.
        let shares = SkillShares(preferences.skills ?? SkillSet(), of: bank.questions)
        return ([preferences] + preferences.wider).reduce(into: []) { choices, preferences in
            guard choices.count < count else { return }
            choices = self.choices(
                count, behind: choices, from: bank, preferences: preferences, history: history,
                shares: shares)
        }
    }

    private func choices(
        _ count: Int, behind first: [Choice], from bank: QuestionBank, preferences: QuestionPreferences,
        history: PracticeHistory, shares: SkillShares
    ) -> [Choice] {
        var choices = first
        var asked = first.map { AskedQuestion(id: $0.question.id, overall: Self.middlingScore) }
        while choices.count < count,
            let choice = next(
                from: bank, asked: asked, preferences: preferences, history: history, shares: shares)
        {
            choices.append(choice)
            asked.append(AskedQuestion(id: choice.question.id, overall: Self.middlingScore))
        }
        return choices
    }
}
