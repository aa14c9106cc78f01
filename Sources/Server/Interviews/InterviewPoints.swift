/// Points of 0 to 10 an answer, as this interface shows them: what stands beside the answers adds up to the whole.
struct InterviewPoints: Sendable {
    /// The points of all answers.
    let total: Double
    /// The points that they could have had.
    let most: Double
    /// The share of them, 0...100; 0 without one.
    let percentage: Double

    /// The points of answers with these scores of 0...100.
    init(_ scores: [Double]) {
        let tenths = scores.reduce(0) { $0 + Self.tenths($1) }
        total = Double(tenths) / 10
        most = Double(10 * scores.count)
        percentage = scores.isEmpty ? 0 : Self.shown(Double(tenths) / Double(scores.count))
    }

    /// The points of one answer with a score of 0...100, to one decimal.
    static func ofTen(_ score: Double) -> Double { Double(tenths(score)) / 10 }

    /// A number to two decimals.
    static func shown(_ number: Double) -> Double { (number * 100).rounded() / 100 }

    private static func tenths(_ score: Double) -> Int { Int(score.rounded()) }
}
