import Delivery
import Evaluation

/// The mean of each aspect of the delivery over the spoken answers.
struct SteadinessMeans {
    struct AspectMean {
        let aspect: DeliverySteadiness.Aspect
        /// How steady it is, 0...1.
        let share: Double
        /// The mean figure, in the unit of the aspect.
        let value: Double
        /// The numbers of the turns in which it was measured.
        let answers: [Int]
    }

    /// Those that were measured, the steadiest first.
    let all: [AspectMean]

    init(_ answers: [FeedbackAnswer]) {
        let means = DeliverySteadiness.Aspect.allCases.compactMap { aspect -> AspectMean? in
            let measured = answers.compactMap { answer in
                answer.steadiness?.parts.first { $0.aspect == aspect }.map { (answer.number, $0) }
            }
            guard let share = Mean.of(measured.map(\.1.share)),
                let value = Mean.of(measured.compactMap(\.1.figure.value))
            else { return nil }
            return AspectMean(aspect: aspect, share: share, value: value, answers: measured.map(\.0))
        }
        all = means.enumerated()
            .sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
    }
}
