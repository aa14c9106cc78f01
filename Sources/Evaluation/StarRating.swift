/// A score in one to five stars.
///
/// | stars | score of 0...100 |
/// |---|---|
/// | 5 | from 85, excellent |
/// | 4 | from 70, good |
/// | 3 | from 55, average |
/// | 2 | from 40 |
/// | 1 | under 40 |
///
/// So stars and `PerformanceLabel` never contradict each other.
public enum StarRating: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case one = 1
    case two
    case three
    case four
    case five

    /// From this score of 0...100 on there are two stars. A rule of this product.
    public static let twoFrom = 40.0

    /// The stars of a score of 0...100; `nil` where there is none.
    public init?(score: Double?) {
        guard let score, let label = PerformanceLabel(score: score) else { return nil }
        switch label {
        case .excellent: self = .five
        case .good: self = .four
        case .average: self = .three
        case .needsImprovement: self = score >= Self.twoFrom ? .two : .one
        }
    }

    /// Whether one is fewer stars than the other.
    public static func < (first: StarRating, second: StarRating) -> Bool { first.rawValue < second.rawValue }

    /// The stars as they are printed: `★★★☆☆`.
    public var text: String {
        String(repeating: "★", count: rawValue) + String(repeating: "☆", count: 5 - rawValue)
    }
}
