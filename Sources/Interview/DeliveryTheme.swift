public import Delivery

/// A habit of speaking that can be practised, whatever the subject.
public enum DeliveryTheme: String, Sendable, Hashable, Codable, CaseIterable {
    /// How fast it is said.
    case pace
    /// How long and where it is silent.
    case pauses
    /// Filled pauses and words that fill time.
    case fillers
    /// Softeners.
    case hedges
    /// Pitch and loudness.
    case voice
    /// How an answer is built: its order, its story, its sentences.
    case structure

    /// The theme of an observation; `nil` for what is no habit.
    public init?(_ kind: Observation.Kind) {
        switch kind {
        case .pace, .fastestStretch, .speedingUp: self = .pace
        case .pauses, .pausesInsidePhrases, .responseLatency: self = .pauses
        case .fillers: self = .fillers
        case .hedges: self = .hedges
        case .pitch, .risingEndings, .fadingEnds: self = .voice
        case .sentences, .disfluencies, .repeatedPhrases: self = .structure
        case .length, .pronouns, .comparison, .limits, .recording: return nil
        }
    }

    /// The name as a reader of a report sees it.
    public var title: String {
        switch self {
        case .pace: "Pace"
        case .pauses: "Pauses"
        case .fillers: "Fillers"
        case .hedges: "Softeners"
        case .voice: "Voice"
        case .structure: "Build"
        }
    }
}
