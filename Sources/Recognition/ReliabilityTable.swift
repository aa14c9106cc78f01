/// Whether confidences are what they say: among words of the confidence 0.8, eight of ten should be right.
///
/// ```swift
/// let table = ReliabilityTable([(confidence: 0.9, isRight: true), (confidence: 0.3, isRight: false)])
/// table.expectedCalibrationError  // 0.2
/// ```
public struct ReliabilityTable: Sendable, Hashable {
    /// The words whose confidences lie between two bounds.
    public struct Bin: Sendable, Hashable {
        /// The confidences, 0...1, with the lower bound and without the upper, 1 excepted.
        public var confidences: ClosedRange<Double>
        /// How many words.
        public var count: Int
        /// The mean of their confidences; 0 without words.
        public var meanConfidence: Double
        /// The share of them that is right; 0 without words.
        public var shareRight: Double
    }

    /// The bins from the lowest confidences to the highest, all of one width.
    public let bins: [Bin]
    /// How many words.
    public let count: Int

    /// Sorts words into bins; confidences that are not numbers are left out.
    ///
    /// - Parameter bins: How many, at least 1.
    public init(_ words: [(confidence: Double, isRight: Bool)], bins: Int = 10) {
        precondition(bins > 0, "A table has bins.")
        var groups = [[(confidence: Double, isRight: Bool)]](repeating: [], count: bins)
        for word in words where word.confidence.isFinite {
            let place = Int((min(1, max(0, word.confidence)) * Double(bins)).rounded(.down))
            groups[min(bins - 1, place)].append(word)
        }
        self.bins = groups.enumerated().map { place, group in
            let whole = Double(max(1, group.count))
            return Bin(
                confidences: Double(place) / Double(bins)...Double(place + 1) / Double(bins),
                count: group.count, meanConfidence: group.map(\.confidence).reduce(0, +) / whole,
                shareRight: Double(group.count(where: \.isRight)) / whole)
        }
        count = self.bins.map(\.count).reduce(0, +)
    }

    /// The mean difference between confidence and share of right words, each bin counted by its words (Naeini, Cooper and
    /// Hauskrecht 2015, "Obtaining Well Calibrated Probabilities Using Bayesian Binning"); `nil` without words.
    public var expectedCalibrationError: Double? {
        guard count > 0 else { return nil }
        let sum = bins.map { Double($0.count) * abs($0.meanConfidence - $0.shareRight) }.reduce(0, +)
        return sum / Double(count)
    }
}
