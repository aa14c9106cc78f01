/// Where a figure goes that has no best value: its mean over the last interviews against those before.
public struct FigureTrend: Sendable, Hashable, Codable {
    /// The mean of the last `Trend.window` values, in the unit of the figure.
    public var recentMean: Double
    /// The mean of as many before them.
    public var earlierMean: Double

    /// The later mean less the earlier one.
    public var change: Double { recentMean - earlierMean }

    /// The trend of values in the order of time; `nil` with fewer than `Trend.scoresNeeded`. What is no number does not count.
    public init?(of values: [Double]) {
        let values = values.filter(\.isFinite)
        guard values.count >= Trend.scoresNeeded,
            let recent = Mean.of(values.suffix(Trend.window)),
            let earlier = Mean.of(values.dropLast(Trend.window).suffix(Trend.window))
        else { return nil }
        recentMean = recent
        earlierMean = earlier
    }
}
