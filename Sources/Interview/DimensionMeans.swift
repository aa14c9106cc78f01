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
    var best: DimensionMean? { all.reversed().max { $0.mean < $1.mean } }
    /// The one with the lowest mean, the first of equals.
    var weakest: DimensionMean? { all.min { $0.mean < $1.mean } }
}
