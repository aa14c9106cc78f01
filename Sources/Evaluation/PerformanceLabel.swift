/// What a score amounts to in one word, for an answer or for a whole interview.
public enum PerformanceLabel: String, Sendable, Hashable, Codable, CaseIterable {
    /// A score of `excellentFrom` or more.
    case excellent
    /// A score of `goodFrom` or more.
    case good
    /// A score of `averageFrom` or more.
    case average
    /// Any lower score.
    case needsImprovement = "needs_improvement"

    /// From this score of 0...100 on a performance is excellent. A rule of this product.
    public static let excellentFrom = 85.0
    /// From this score of 0...100 on a performance is good. A rule of this product.
    public static let goodFrom = 70.0
    /// From this score of 0...100 on a performance is average. A rule of this product.
    public static let averageFrom = 55.0

    /// The label of a score of 0...100; `nil` where there is none.
    public init?(score: Double?) {
        guard let score, score.isFinite else { return nil }
        switch score {
        case Self.excellentFrom...: self = .excellent
        case Self.goodFrom...: self = .good
        case Self.averageFrom...: self = .average
        default: self = .needsImprovement
        }
    }

    /// The label as a reader of a report sees it.
    public var title: String {
        switch self {
        case .excellent: "excellent"
        case .good: "good"
        case .average: "average"
        case .needsImprovement: "needs improvement"
        }
    }
}
