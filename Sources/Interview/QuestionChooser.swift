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

    /// The next question, or `nil` when every question that fits has been asked.
    public func next(
        from bank: QuestionBank, asked: [AskedQuestion], preferences: QuestionPreferences
    ) -> Choice? {
        nil
    }
}
