/// Help that a candidate was shown with a question, in an interview for practice.
public struct AnswerHelp: Sendable, Hashable, Codable {
    /// What was shown.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// One of the question's hints.
        case hint
        /// One of its sample answers.
        case sampleAnswer
    }

    /// What was shown.
    public var kind: Kind
    /// Which one of the question's: 1 for the first.
    public var number: Int
    /// The number of the first attempt that was made with it (`Take.number`).
    public var take: Int

    /// Help that was shown before an attempt, or during it.
    public init(_ kind: Kind, number: Int, take: Int) {
        self.kind = kind
        self.number = number
        self.take = take
    }
}
