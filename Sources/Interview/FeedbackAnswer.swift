import Delivery
import Evaluation

/// The answer that counts of a turn, with its judgement, as feedback wants it.
struct FeedbackAnswer {
    let number: Int
    let question: Question
    let isFollowUp: Bool
    /// Whether it was asked about a vague claim.
    let isAboutClaim: Bool
    /// The number of its question in the plan, which a follow-up shares.
    let plannedNumber: Int
    /// The question as it was put.
    let text: String
    let evaluation: Evaluation
    /// The overall score, 0...100; `nil` where its content could not be judged.
    let score: Double?
    /// How steadily it was delivered; `nil` when it was typed.
    let steadiness: DeliverySteadiness?
    /// What a coach says about its delivery; `nil` when it was typed.
    let delivery: DeliveryFeedback?
    /// Where its pace lies against what listeners follow easily; `nil` when it was typed or too short.
    let pace: PaceBand?

    private init?(_ turn: Turn) {
        guard let take = turn.finalTake, let evaluation = take.evaluation,
            evaluation.hearing.level != .notEnough
        else { return nil }
        number = turn.number
        question = turn.question
        isFollowUp = turn.followUp != nil
        isAboutClaim = turn.followUp?.claim != nil
        plannedNumber = turn.plannedNumber
        text = turn.text
        self.evaluation = evaluation
        // It may come from elsewhere.
        score = take.score.flatMap { $0.isFinite ? min(max($0, 0), 100) : nil }
        steadiness = take.analysis.map { DeliverySteadiness($0.delivery) }
        delivery = take.analysis.map { DeliveryFeedback($0) }
        pace = take.analysis?.delivery.wordsPerMinute.value.map(PaceBand.init)
    }

    /// Those of an interview that were heard, in the order of its turns.
    static func all(of interview: Interview) -> [FeedbackAnswer] {
        interview.turns.compactMap { FeedbackAnswer($0) }
    }

    /// The turns whose answer was given but not heard well enough for a score.
    static func unheard(in interview: Interview) -> [Turn] {
        interview.turns.filter { turn in
            turn.finalTake?.evaluation.map { $0.overall == nil && $0.hearing.level == .notEnough } ?? false
        }
    }

    /// Categories whose mean score is not good, the weakest first, with the numbers of their turns.
    static func weakCategories(
        of answers: [FeedbackAnswer]
    ) -> [(category: String, mean: Double, answers: [Int])] {
        Dictionary(grouping: answers, by: \.question.category).compactMap { category, answers in
            let scored = answers.filter { $0.score != nil }
            return Mean.of(scored.compactMap(\.score)).flatMap { mean in
                mean < PerformanceLabel.goodFrom ? (category, mean, scored.map(\.number)) : nil
            }
        }.sorted { ($0.mean, $0.category) < ($1.mean, $1.category) }
    }

    /// The best answer first; the order in which they were given does not count.
    static func isBetter(_ first: FeedbackAnswer, than second: FeedbackAnswer) -> Bool {
        (second.score ?? -1, first.question.id, first.text)
            < (first.score ?? -1, second.question.id, second.text)
    }

    /// How many of its expected points were found, as a phrase; `nil` when it has none.
    var pointsFound: String? {
        let points = evaluation.keyPoints
        if let only = points.first, points.count == 1 {
            return "the expected point \(only.isCovered ? "" : "not ")found"
        }
        return points.isEmpty
            ? nil : "\(points.count { $0.isCovered }) of \(points.count) expected points found"
    }

    /// The words that carry the point said best.
    var bestEvidence: Evidence? {
        evaluation.keyPoints.filter(\.isCovered).max { $0.coverage < $1.coverage }?.evidence
    }

    /// The answer with its score, as a sentence; `nil` without one.
    var scored: String? {
        guard let score else { return nil }
        let points = pointsFound.map { ", with " + $0 } ?? ""
        return "The answer to \u{201C}\(text)\u{201D} scored \(Int(score.rounded()))\(points)."
    }
}

extension [FeedbackAnswer] {
    /// Their numbers.
    var numbers: [Int] { map(\.number) }
}
