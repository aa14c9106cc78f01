import Evaluation

/// The mean of each side of the answers.
struct DimensionMeans {
    struct DimensionMean {
        let dimension: Dimension
        /// 0...100.
        let mean: Double
        /// The numbers of the turns in which it was judged.
        let answers: [Int]
    }

    /// Those that were judged, in the order of the dimensions.
    let all: [DimensionMean]

    init(_ answers: [FeedbackAnswer]) {
        all = Dimension.allCases.compactMap { dimension in
            let judged = answers.filter { $0.evaluation.score(dimension)?.isFinite ?? false }
            return Mean.of(judged.compactMap { $0.evaluation.score(dimension) }).map {
                DimensionMean(dimension: dimension, mean: $0, answers: judged.numbers)
            }
        }
    }

    /// The one with the highest mean, the first of equals.
    var best: DimensionMean? { all.max { $0.mean < $1.mean } }
    /// The one with the lowest mean, the first of equals.
    var weakest: DimensionMean? { all.min { $0.mean < $1.mean } }

    /// Means that are no further apart are called alike, in points of 0...100. A rule of this product.
    static let alikeWithin = 1.0

    /// Those with about the mean of one of them, that one among them, in the order of the dimensions.
    func alike(_ side: DimensionMean) -> [DimensionMean] {
        all.filter { abs($0.mean - side.mean) <= Self.alikeWithin }
    }

    /// What can be said of some that are alike: "Relevance and completeness are the weakest sides: 0 on average."
    func sentence(about sides: [DimensionMean], rank: String) -> String {
        let mean = "\(Self.range(sides)) on average."
        if all.count > 1, sides.count == all.count { return "All sides are alike: \(mean)" }
        let rest =
            all.count == 1 ? "" : sides.count == 1 ? " is the \(rank) side" : " are the \(rank) sides"
        return "\(Self.names(sides))\(rest): \(mean)"
    }

    /// The names of sides, one after the other: "Relevance, clarity and communication".
    static func names(_ sides: [DimensionMean]) -> String {
        let names = sides.enumerated().map { place, side in
            place == 0 ? side.dimension.title : side.dimension.title.lowercased()
        }
        return [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
            .joined(separator: " and ")
    }

    /// Their means in whole points: `40`, or `40 to 41` where they are written differently.
    static func range(_ sides: [DimensionMean]) -> String {
        let means = sides.map { Int(min(max($0.mean, 0), 100).rounded()) }
        guard let least = means.min(), let most = means.max() else { return "" }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    /// The numbers of the turns in which any of them was judged, in their order.
    static func answers(_ sides: [DimensionMean]) -> [Int] { Set(sides.flatMap(\.answers)).sorted() }
}
