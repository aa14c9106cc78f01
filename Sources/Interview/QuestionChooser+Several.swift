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
        var asked: [AskedQuestion] = []
        var choices: [Choice] = []
        while choices.count < count,
            let choice = next(from: bank, asked: asked, preferences: preferences, history: history)
        {
            choices.append(choice)
            asked.append(AskedQuestion(id: choice.question.id, overall: Self.middlingScore))
        }
        return choices
    }
}
