/// The figures of how an answer was spoken that its judgement uses; each is `nil` when it was not measured.
public struct SpokenDelivery: Sendable, Hashable, Codable {
    /// Words a minute over the whole answer, pauses included.
    public var wordsPerMinute: Double?
    /// The share of the answer spent in silent pauses, 0...1.
    public var pauseShare: Double?
    /// The median silent pause, in seconds.
    public var medianPauseSeconds: Double?
    /// The longest silent pause, in seconds.
    public var longestPauseSeconds: Double?
    /// Filled pauses and filler words a minute.
    public var fillersPerMinute: Double?
    /// The standard deviation of the speech level, in decibels.
    public var speechLevelVariationDB: Double?
    /// How steadily it was delivered; it is rated, and does not count in the scores.
    public var steadiness: DeliverySteadiness?

    /// The figures of one answer.
    public init(
        wordsPerMinute: Double? = nil, pauseShare: Double? = nil, medianPauseSeconds: Double? = nil,
        longestPauseSeconds: Double? = nil, fillersPerMinute: Double? = nil,
        speechLevelVariationDB: Double? = nil, steadiness: DeliverySteadiness? = nil
    ) {
        self.wordsPerMinute = wordsPerMinute
        self.pauseShare = pauseShare
        self.medianPauseSeconds = medianPauseSeconds
        self.longestPauseSeconds = longestPauseSeconds
        self.fillersPerMinute = fillersPerMinute
        self.speechLevelVariationDB = speechLevelVariationDB
        self.steadiness = steadiness
    }

    /// The same figures without those that cannot be: not a number, negative, or beyond any recording.
    var plausible: SpokenDelivery {
        func checked(_ value: Double?) -> Double? { value.flatMap { (0...100_000).contains($0) ? $0 : nil } }
        return SpokenDelivery(
            wordsPerMinute: checked(wordsPerMinute), pauseShare: checked(pauseShare),
            medianPauseSeconds: checked(medianPauseSeconds),
            longestPauseSeconds: checked(longestPauseSeconds),
            fillersPerMinute: checked(fillersPerMinute),
            speechLevelVariationDB: checked(speechLevelVariationDB), steadiness: steadiness)
    }
}
