/// An answer as it is laid before a judge.
public struct JudgedAnswer: Sendable, Hashable, Codable {
    /// The words in the order in which they were said or typed.
    public var words: [HeardWord]
    /// The answer as text, with punctuation where there is any.
    public var text: String
    /// How well the answer was heard.
    public var hearing: Hearing
    /// How it was spoken; `nil` when it was typed or not measured.
    public var delivery: SpokenDelivery?
    /// How long the answer took, in seconds; `nil` when that is unknown.
    public var durationSeconds: Double?

    /// An answer whose words, text and hearing are known.
    public init(
        words: [HeardWord], text: String, hearing: Hearing, delivery: SpokenDelivery? = nil,
        durationSeconds: Double? = nil
    ) {
        self.words = words
        self.text = text
        self.hearing = hearing
        self.delivery = delivery
        self.durationSeconds = durationSeconds
    }

    /// An answer that was typed.
    public init(typed text: String, durationSeconds: Double? = nil) {
        let words = text.split(whereSeparator: \.isWhitespace).map { HeardWord(text: String($0)) }
        self.init(
            words: words, text: text, hearing: Hearing(typed: words), delivery: nil,
            durationSeconds: durationSeconds)
    }

    /// An answer that was spoken; its hearing is judged by the rule of `Hearing`.
    public init(
        spoken words: [HeardWord], delivery: SpokenDelivery?, durationSeconds: Double?,
        expectedWordErrorRate: Double?
    ) {
        self.init(
            words: words, text: words.map(\.text).joined(separator: " "),
            hearing: Hearing(
                spoken: words, durationSeconds: durationSeconds, expectedWordErrorRate: expectedWordErrorRate),
            delivery: delivery, durationSeconds: durationSeconds)
    }
}
