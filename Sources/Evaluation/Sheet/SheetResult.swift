/// What became of an answer on a sheet. Numbers are not rounded.
///
/// In JSON: `{"id", "overall", "scores": {...}, "coverage", "gate", "layers", "confidence", "review", "judge",
/// "notices"?, "reason"?}`.
public struct SheetResult: Sendable, Hashable, Encodable {
    /// What the answer is called.
    public var id: String
    /// The overall score, 0...100; `nil` when there is nothing to judge, with the reason.
    public var overall: Double?
    /// The scores of the sides that were judged, 0...100, by their names.
    public var scores: [String: Double]
    /// How much of what is expected was said, 0...1; `nil` when that could not be told.
    public var coverage: Double?
    /// What the mean of the scores was multiplied with, 0...1.
    public var gate: Double?
    /// In which ways it was judged.
    public var layers: [JudgementLayer]
    /// How sure the judgement is, 0...1.
    public var confidence: Double?
    /// Whether a person should look at it.
    public var review: Bool
    /// Who judged: the judges, with commas between them.
    public var judge: String
    /// What happened on the way that a reader must know.
    public var notices: [String]?
    /// Why there is no overall score.
    public var reason: String?

    private enum CodingKeys: String, CodingKey {
        case id, overall, scores, coverage, gate, layers, confidence, review, judge, notices, reason
    }

    /// The result of an answer.
    public init(id: String, _ evaluation: Evaluation) {
        self.id = id
        overall = evaluation.overall
        scores = Dictionary(
            uniqueKeysWithValues: evaluation.dimensions.compactMap { score in
                score.score.map { (score.dimension.rawValue, $0) }
            })
        coverage = evaluation.score(.completeness).map { $0 / 100 }
        gate = evaluation.gate?.factor
        layers = evaluation.layers ?? []
        confidence = evaluation.confidence
        review = evaluation.needsReview ?? true
        judge = evaluation.judges.joined(separator: ", ")
        notices = evaluation.notices
        reason = evaluation.overallAbsence
    }

    /// Writes it; what is `nil` is written as null where a reader may look for it.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(overall, forKey: .overall)
        try fields.encode(scores, forKey: .scores)
        try fields.encode(coverage, forKey: .coverage)
        try fields.encode(gate, forKey: .gate)
        try fields.encode(layers, forKey: .layers)
        try fields.encode(confidence, forKey: .confidence)
        try fields.encode(review, forKey: .review)
        try fields.encode(judge, forKey: .judge)
        try fields.encodeIfPresent(notices, forKey: .notices)
        try fields.encodeIfPresent(reason, forKey: .reason)
    }
}
