import Speech

/// Where a row of scores is going: the last three against the three before them.
public struct Trend: Sendable, Hashable, Codable {
    /// Which way.
    public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        /// Up by more than `clearChange`.
        case improving
        /// Neither clearly up nor clearly down.
        case stable
        /// Down by more than `clearChange`.
        case declining
    }

    /// How many scores each of the two means is made of. A rule of this product.
    public static let window = 3
    /// With fewer scores there is no trend.
    public static let scoresNeeded = 2 * window
    /// A change of the mean of more than this is clear, in points of 0...100; a smaller one may be chance. A rule of this
    /// product.
    public static let clearChange = 3.0

    /// Which way the scores go.
    public var direction: Direction
    /// The mean of the last three scores, 0...100.
    public var recentMean: Double
    /// The mean of the three before them, 0...100.
    public var earlierMean: Double

    /// The later mean less the earlier one, in points.
    public var change: Double { recentMean - earlierMean }

    /// What it rests on, as a phrase about what was scored: "the last 3 answers average 71, the 3 before 64".
    public func remark(of things: String) -> String {
        "the last \(Self.window) \(things) average \(FixedPoint(recentMean)), the \(Self.window) before "
            + "\(FixedPoint(earlierMean))"
    }

    /// The trend of scores of 0...100 in the order of time; `nil` with fewer than `scoresNeeded`. What is no number does not
    /// count.
    public init?(of scores: [Double]) {
        let scores = scores.filter(\.isFinite)
        guard scores.count >= Self.scoresNeeded else { return nil }
        recentMean = Self.mean(scores.suffix(Self.window))
        earlierMean = Self.mean(scores.dropLast(Self.window).suffix(Self.window))
        direction =
            switch recentMean - earlierMean {
            case let change where change > Self.clearChange: .improving
            case let change where change < -Self.clearChange: .declining
            default: .stable
            }
    }

    private static func mean(_ scores: ArraySlice<Double>) -> Double {
        scores.reduce(0, +) / Double(scores.count)
    }
}
