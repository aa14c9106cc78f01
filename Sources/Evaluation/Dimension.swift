/// One side of an answer that is scored.
public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    /// Whether it answers the question that was asked.
    case relevance
    /// How many of the expected points it makes.
    case completeness
    /// Whether it is easy to follow.
    case clarity
    /// Whether its technical content is what is expected.
    case technicalAccuracy
    /// How well it is put and delivered.
    case communication

    /// The share of the overall score, in percent; the five add up to 100.
    public var weightPercent: Double {
        switch self {
        case .relevance: 20
        case .completeness: 25
        case .clarity: 15
        case .technicalAccuracy: 25
        case .communication: 15
        }
    }

    /// Whether it is about how something is said, not what.
    var isOfForm: Bool { self == .clarity || self == .communication }

    /// The name as a reader of a report sees it.
    public var title: String {
        switch self {
        case .relevance: "Relevance"
        case .completeness: "Completeness"
        case .clarity: "Clarity"
        case .technicalAccuracy: "Technical accuracy"
        case .communication: "Communication"
        }
    }
}
