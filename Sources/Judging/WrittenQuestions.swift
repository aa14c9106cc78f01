public import Interview

/// What a language model wrote about one subject.
public struct WrittenQuestions: Sendable, Hashable {
    /// What was asked for.
    public var wish: QuestionWish
    /// The questions that can be asked, at most as many as were wanted.
    public var questions: [Question]
    /// Why there are fewer than were wanted, as a sentence; `nil` when there are not.
    public var reason: String?

    /// The questions for a wish.
    public init(wish: QuestionWish, questions: [Question], reason: String? = nil) {
        self.wish = wish
        self.questions = questions
        self.reason = reason
    }
}
