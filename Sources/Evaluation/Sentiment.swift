/// What a performance was like in one word: not the mood of the speaker.
public enum Sentiment: String, Sendable, Hashable, Codable {
    /// A strong answer: an overall score of 70 or more.
    case positive
    /// An adequate answer, or one that could not be scored.
    case neutral
    /// An answer with significant gaps: an overall score below 45.
    case negative

    /// The sentiment of an overall score, 0...100; `nil` is neutral.
    public init(overall: Double?) {
        switch overall {
        case .some(70...): self = .positive
        case .some(..<45): self = .negative
        default: self = .neutral
        }
    }
}
