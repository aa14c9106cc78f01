/// The straight line of word error rate by mean confidence that fits some recordings best.
struct ErrorLine: Equatable {
    /// A recording.
    struct Point {
        /// The mean confidence of its words, 0...1.
        var meanConfidence: Double
        /// Its word error rate.
        var rate: Double
        /// How many words were said in it.
        var words: Int
    }

    /// The rate at a mean confidence of 0.
    let intercept: Double
    /// What a mean confidence of 1 adds to it, below zero for a confidence that means something.
    let slope: Double
    /// How far a recording is from the line on average, each counted by its words.
    let meanDistance: Double

    /// Least squares, each recording counted by its words; `nil` when fewer than two mean confidences differ.
    init?(_ points: [Point]) {
        let total = Double(points.map(\.words).reduce(0, +))
        func mean(_ value: (Point) -> Double) -> Double {
            points.map { Double($0.words) * value($0) }.reduce(0, +) / total
        }
        let confidence = mean(\.meanConfidence)
        let rate = mean(\.rate)
        let spread = mean { ($0.meanConfidence - confidence) * ($0.meanConfidence - confidence) }
        guard total > 0, spread > 1e-9 else { return nil }
        let slope = mean { ($0.meanConfidence - confidence) * ($0.rate - rate) } / spread
        let intercept = rate - slope * confidence
        self.slope = slope
        self.intercept = intercept
        meanDistance = mean { abs(intercept + slope * $0.meanConfidence - $0.rate) }
    }
}
