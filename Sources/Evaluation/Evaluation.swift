/// What a judge makes of one answer.
public struct Evaluation: Sendable, Hashable, Codable {
    /// The overall score, 0...100; `nil` when too little of the answer was heard.
    public var overall: Double? {
        didSet { label = PerformanceLabel(score: overall) }
    }
    /// Why there is no overall score; `nil` when there is one.
    public var overallAbsence: String?
    /// The five sides of the answer in the order of `Dimension.allCases`.
    public var dimensions: [DimensionScore]
    /// What became of each expected point, in the order of the rubric.
    public var keyPoints: [KeyPointResult]
    /// What was done well, as sentences.
    public var strengths: [String]
    /// What weakened the answer, as sentences.
    public var weaknesses: [String]
    /// The expected points that were not found, most important first.
    public var missingPoints: [String]
    /// What to do next time, as sentences.
    public var suggestions: [String]
    /// Two to four sentences that sum it up.
    public var narrative: String
    /// The performance in one word.
    public var sentiment: Sentiment
    /// Who judged, in the order in which they spoke.
    public var judges: [String]
    /// How well the answer was heard.
    public var hearing: Hearing
    /// What these judges cannot see, as sentences.
    public var limits: [String]
    /// What the mean of the dimensions was multiplied with; `nil` where there is no mean, and in results of older
    /// versions.
    public var gate: OverallGate?
    /// In which ways it was judged; `nil` in results of older versions.
    public var layers: [JudgementLayer]?
    /// How sure the judgement is, 0...1; `nil` in results of older versions.
    public var confidence: Double?
    /// Whether a person should look at it, as it is not sure enough; `nil` in results of older versions.
    public var needsReview: Bool?
    /// What happened on the way that a reader must know, as sentences, such as that a judge could not be asked;
    /// `nil` when nothing did, and in results of older versions.
    public var notices: [String]?
    /// The scores by the question's own criteria, of which the overall score was made; `nil` where the five dimensions made it.
    public var criteria: [CriterionScore]?
    /// The overall score in one word; `nil` without a score, and in results of older versions.
    public private(set) var label: PerformanceLabel?
    /// Technical content, communication and delivery in stars; `nil` in results of older versions.
    public var ratings: Ratings?
    /// How the answer is built, with the words that show it; `nil` where it was not judged, and in results of older versions.
    public var structure: AnswerStructure?
    /// What was claimed without being carried, in the order of the answer; `nil` when nothing was, and in results of older versions.
    public var vagueClaims: [VagueClaim]?
    /// Whether the answer to a question about a vague claim made it concrete; `nil` for every other answer, where nothing could be
    /// judged, and in results of older versions.
    public var isClaimConcrete: Bool?

    /// The overall score in one to five stars; `nil` without a score.
    public var stars: StarRating? { StarRating(score: overall) }

    /// A judgement with all its parts.
    public init(
        overall: Double?, overallAbsence: String? = nil, dimensions: [DimensionScore],
        keyPoints: [KeyPointResult],
        strengths: [String], weaknesses: [String], missingPoints: [String], suggestions: [String],
        narrative: String, sentiment: Sentiment, judges: [String], hearing: Hearing, limits: [String],
        gate: OverallGate? = nil, layers: [JudgementLayer]? = nil, confidence: Double? = nil,
        needsReview: Bool? = nil, ratings: Ratings? = nil, structure: AnswerStructure? = nil,
        notices: [String]? = nil, criteria: [CriterionScore]? = nil, vagueClaims: [VagueClaim]? = nil
    ) {
        self.overall = overall
        self.overallAbsence = overallAbsence
        self.dimensions = dimensions
        self.keyPoints = keyPoints
        self.strengths = strengths
        self.weaknesses = weaknesses
        self.missingPoints = missingPoints
        self.suggestions = suggestions
        self.narrative = narrative
        self.sentiment = sentiment
        self.judges = judges
        self.hearing = hearing
        self.limits = limits
        self.gate = gate
        self.layers = layers
        self.confidence = confidence
        self.needsReview = needsReview
        self.notices = notices
        self.criteria = criteria
        self.label = PerformanceLabel(score: overall)
        self.ratings = ratings
        self.structure = structure
        self.vagueClaims = vagueClaims
    }

    /// The score of one side, 0...100; `nil` when it was not judged.
    public func score(_ dimension: Dimension) -> Double? {
        dimensions.first { $0.dimension == dimension }?.score
    }
}
