/// How much experience a question asks for, in rising order.
public enum QuestionLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Up to about two years.
    case junior
    /// Two to five years.
    case mid
    /// More than five years.
    case senior
    /// Recognised as an authority.
    case expert

    /// The place in the order, from 0.
    public var rank: Int {
        switch self {
        case .junior: 0
        case .mid: 1
        case .senior: 2
        case .expert: 3
        }
    }

    /// The level `steps` further, kept within the four.
    public func advanced(by steps: Int) -> QuestionLevel {
        let levels = Self.allCases
        return levels[min(max(rank + steps, 0), levels.count - 1)]
    }

    /// Whether the first asks for less than the second.
    public static func < (first: QuestionLevel, second: QuestionLevel) -> Bool { first.rank < second.rank }
}
