import Foundation
import Speech

/// What is said in a made answer, and how long the silences between its sentences are. The same number gives the same
/// plan.
struct MadeAnswerPlan: Equatable {
    /// Silences that count as pauses, in seconds.
    static let pauses = Pauses.leastSeconds...3.0
    /// Silences that are too short to count, in seconds.
    static let shortGaps = 0.1...0.2
    /// How many sentences an answer has: 30 to 60 s.
    private static let counts = 9...12
    /// The share of the silences that are too short to count.
    private static let shareShort = 0.25
    /// The paces at which sentences are said, in words a minute.
    private static let rates = 145...180

    /// The sentences in their order.
    let sentences: [String]
    /// The silences between them, in seconds.
    let gapsSeconds: [Double]
    /// The pace, in words a minute.
    let rateWordsPerMinute: Int

    /// The plan of a number.
    init(number: Int) {
        var random = SplitMix64(seed: UInt64(number))
        let count = Int.random(in: Self.counts, using: &random)
        sentences = Array(PlainSentences.all.shuffled(using: &random).prefix(count))
        gapsSeconds = (1..<count).map { _ in
            guard Double.random(in: 0..<1, using: &random) >= Self.shareShort else {
                return Double.random(in: Self.shortGaps, using: &random)
            }
            // Pauses are spread evenly over the logarithm of their lengths: people make many short and few long ones.
            let logs = log(Self.pauses.lowerBound)...log(Self.pauses.upperBound)
            return exp(Double.random(in: logs, using: &random))
        }
        rateWordsPerMinute = Int.random(in: Self.rates, using: &random)
    }
}
