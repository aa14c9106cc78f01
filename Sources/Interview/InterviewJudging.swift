import Evaluation

/// How the scored answers of an interview were judged. Only scores that were judged in the same way are compared.
public enum InterviewJudging: String, Sendable, Hashable, Codable, CaseIterable {
    /// Without a language model.
    case offline
    /// With a language model.
    case languageModel

    /// The way of an interview; `nil` when no answer has a score, when some were judged with a language model and some without,
    /// and when a result of an older version does not say.
    public init?(of interview: Interview) {
        let ways = interview.turns.compactMap { $0.finalTake?.evaluation }
            .filter { $0.overall != nil }
            .map { evaluation -> InterviewJudging? in
                evaluation.layers.map { $0.contains(.languageModel) ? .languageModel : .offline }
            }
        guard let first = ways.first, let way = first, ways.allSatisfy({ $0 == way }) else { return nil }
        self = way
    }

    /// How it was judged, as it stands behind a noun: "without a language model".
    public var phrase: String {
        switch self {
        case .offline: "without a language model"
        case .languageModel: "with a language model"
        }
    }
}
