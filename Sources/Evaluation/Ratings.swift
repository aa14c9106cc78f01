/// The three sides of an answer or an interview in one to five stars; each is `nil` where nothing was measured.
///
/// They rate what was said and heard: never the person, a mood or a fitness for a job.
public struct Ratings: Sendable, Hashable, Codable {
    /// How closely the technical content is what is expected; `nil` where there is none. Facts are not checked.
    public var technical: StarRating?
    /// Whether it is easy to follow and well put: the scores of clarity and communication.
    public var communication: StarRating?
    /// How steadily it was delivered (`DeliverySteadiness`); `nil` when it was typed.
    public var delivery: StarRating?

    /// The ratings of scores of 0...100.
    public init(technical: Double?, communication: Double?, delivery: Double?) {
        self.technical = StarRating(score: technical)
        self.communication = StarRating(score: communication)
        self.delivery = StarRating(score: delivery)
    }

    /// The ratings of an answer, from the scores of its sides and the steadiness of its delivery, 0...100.
    public init(dimensions: [DimensionScore], steadiness: DeliverySteadiness?) {
        let score = { (dimension: Dimension) in
            dimensions.first { $0.dimension == dimension }?.score
        }
        self.init(
            technical: score(.technicalAccuracy),
            communication: Self.communication(
                clarity: score(.clarity), communication: score(.communication)),
            delivery: steadiness?.score)
    }

    /// The score of how something is put, 0...100: clarity and communication by their weights; `nil` where neither was judged.
    public static func communication(clarity: Double?, communication: Double?) -> Double? {
        Curve.mean([
            (clarity, Dimension.clarity.weightPercent),
            (communication, Dimension.communication.weightPercent),
        ])
    }
}
