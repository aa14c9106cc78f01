import Delivery
import Evaluation
import Speech

/// What went well in an interview.
struct InterviewStrengths {
    let statements: [FeedbackStatement]

    /// From this share of a steady aspect on it is a strength, 0...1. A rule of this product.
    private static let steadyFrom = 0.9

    init(_ answers: [FeedbackAnswer]) {
        let delivery = Self.delivery(answers)
        let found =
            Self.best(answers) + Self.dimensions(answers) + Self.stories(answers) + delivery.prefix(1)
            + Self.figures(answers) + delivery.dropFirst()
        statements = Array(found.prefix(InterviewFeedback.mostStatements))
    }

    /// The best answer, where it is good, in the words that carried it.
    private static func best(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        let good = answers.filter { ($0.score ?? 0) >= PerformanceLabel.goodFrom }
        guard let best = good.min(by: FeedbackAnswer.isBetter), let text = best.scored else { return [] }
        return [
            FeedbackStatement(
                text, answers: [best.number], quote: best.bestEvidence, topic: best.question.category)
        ]
    }

    /// The best sides, where the mean of the best is good. How answers are put is none where they are not even average: they were put
    /// well for another question.
    private static func dimensions(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        let means = DimensionMeans(answers)
        let isAverage = (Mean.of(answers.compactMap(\.score)) ?? 0) >= PerformanceLabel.averageFrom
        guard let best = means.best, best.mean >= PerformanceLabel.goodFrom else { return [] }
        let alike = means.alike(best)
        let sides = alike.filter { isAverage || ($0.dimension != .clarity && $0.dimension != .communication) }
        // Where all are alike and one is not good, they stand among what to work on.
        let isEachGood = sides.allSatisfy { $0.mean >= PerformanceLabel.goodFrom }
        guard let first = sides.first(where: { $0.mean == best.mean }) ?? sides.first,
            sides.count < means.all.count || isEachGood
        else { return [] }
        // What is as good but not named takes the rank from what is named.
        let text =
            sides.count == alike.count
            ? means.sentence(about: sides, rank: "strongest")
            : "\(DimensionMeans.names(sides)): \(DimensionMeans.range(sides)) on average."
        return [
            FeedbackStatement(
                text, answers: DimensionMeans.answers(sides), topic: first.dimension.topic)
        ]
    }

    /// Stories that were told from the situation to the result.
    private static func stories(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        let stories = answers.filter { $0.evaluation.structure?.story != nil }
        let whole = stories.filter { answer in
            answer.evaluation.structure?.story?.allSatisfy { $0.isTold } ?? false
        }
        guard let best = whole.min(by: FeedbackAnswer.isBetter) else { return [] }
        let isAll = whole.count == stories.count
        let which =
            isAll
            ? stories.count == 1 ? "The story was" : "All \(stories.count) stories were"
            : "\(whole.count) of \(stories.count) stories \(whole.count == 1 ? "was" : "were")"
        return [
            FeedbackStatement(
                "\(which) told from the situation to the result.", answers: whole.numbers,
                quote: best.evaluation.structure?.story?.last?.evidence,
                topic: DeliveryTheme.structure.rawValue)
        ]
    }

    /// Figures in at least half of the answers whose build was looked at.
    private static func figures(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        let built = answers.filter { $0.evaluation.structure != nil }
        let with = built.filter { $0.evaluation.structure?.hasNumber ?? false }
        guard let best = with.min(by: FeedbackAnswer.isBetter), 2 * with.count >= built.count else {
            return []
        }
        let which =
            built.count == 1
            ? "The answer has"
            : "\(with.count) of \(built.count) answers \(with.count == 1 ? "has" : "have")"
        return [
            FeedbackStatement(
                "\(which) figures.", answers: with.numbers,
                quote: best.evaluation.structure?.numbers.first)
        ]
    }

    /// The steadiest aspects of the delivery, two at most.
    private static func delivery(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        SteadinessMeans(answers).all.filter { $0.share >= steadyFrom }
            .compactMap { mean in
                sentence(mean).map {
                    FeedbackStatement($0, answers: mean.answers, topic: mean.aspect.rawValue)
                }
            }
            .prefix(2).map(\.self)
    }

    private static func sentence(_ mean: SteadinessMeans.AspectMean) -> String? {
        let tenths = FixedPoint(mean.value, places: 1)
        let percent = FixedPoint(mean.value * 100)
        return switch mean.aspect {
        case .pace: "A pace that is easy to follow: \(FixedPoint(mean.value)) words a minute on average."
        // No filler at all is no merit: a recogniser misses many.
        case .fillers:
            if mean.value > 0 {
                "Few fillers: \(tenths.rounded > 0 ? "\(tenths)" : "fewer than 0.1") a minute on average."
            } else {
                nil
            }
        case .pauses: "Few or short pauses: \(percent) % of the time on average."
        case .hedges, .level: nil
        }
    }
}
