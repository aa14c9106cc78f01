public import Evaluation

/// One sentence of an interview's feedback with what it rests on.
public struct FeedbackStatement: Sendable, Hashable, Codable {
    /// The sentence.
    public var text: String
    /// The numbers of the turns whose answers it rests on (`Turn.number`), in their order; never empty.
    public var answers: [Int]
    /// Words of one of these answers that show it; `nil` where a figure in the sentence does.
    public var quote: Evidence?
    /// What it is about: a question's category, `Dimension.topic` or the raw value of a `DeliveryTheme`.
    public var topic: String?

    /// A sentence about some answers.
    public init(_ text: String, answers: [Int], quote: Evidence? = nil, topic: String? = nil) {
        self.text = text
        self.answers = answers.sorted()
        self.quote = quote
        self.topic = topic
    }
}
