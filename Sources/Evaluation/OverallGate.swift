/// What the mean of the dimensions is multiplied with for the overall score, and why.
///
/// Fluent words that do not answer the question are worth nothing, however well they are put; the dimensions themselves stay
/// as they are.
public struct OverallGate: Sendable, Hashable, Codable {
    /// Whether the question was answered at all, 0...1.
    public var answered: Double
    /// Whether the answer brings words of its own, not only those of the question, 0...1.
    public var ownWords: Double
    /// Whether it is connected speech, not words beside each other, 0...1.
    public var connected: Double

    /// A gate that nothing closes.
    public init(answered: Double = 1, ownWords: Double = 1, connected: Double = 1) {
        self.answered = answered
        self.ownWords = ownWords
        self.connected = connected
    }

    /// The product of its parts.
    public var factor: Double { answered * ownWords * connected }
}
