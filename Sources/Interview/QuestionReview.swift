public import Evaluation

/// Looks at questions as a careful reader would, for what can be asked but works less well than it could.
public struct QuestionReview: Sendable {
    /// How many key points a question should have.
    public static let keyPoints = 3...8
    /// The score that a sample answer should reach on its own question, 0...100.
    public static let goodScore = 75.0

    private let judge: RubricEvaluator

    /// A review whose sample answers are judged by `judge`.
    public init(judge: RubricEvaluator = RubricEvaluator()) { self.judge = judge }

    /// What could be better about one question by itself.
    public func warnings(of question: Question) -> [QuestionWarning] {
        let count = question.keyPoints.count
        var warnings: [QuestionWarning] = []
        if count < Self.keyPoints.lowerBound {
            warnings.append(count == 0 ? .noKeyPoints : .fewKeyPoints(count: count))
        }
        if count > Self.keyPoints.upperBound { warnings.append(.manyKeyPoints(count: count)) }
        // A template knows no fact of its subject that an answer could tell.
        if question.sampleAnswers.isEmpty, question.origin != .template { warnings.append(.noSampleAnswer) }
        for (index, answer) in question.sampleAnswers.enumerated() {
            let score = judge.evaluate(JudgedAnswer(typed: answer), against: question.rubric).overall
            // `!` of the comparison, so that a score that is no number is told too.
            if !(score ?? -1 >= Self.goodScore) {
                warnings.append(.weakSampleAnswer(number: index + 1, score: score))
            }
        }
        if question.hints.isEmpty { warnings.append(.noHint) }
        // A follow-up asks about a key point.
        if question.followUps.isEmpty, count > 0 { warnings.append(.noFollowUp) }
        return warnings
    }

    /// What could be better about each of some questions, in their order; of two that ask nearly the same, the later
    /// one is told.
    public func warnings(of questions: [Question]) -> [[QuestionWarning]] {
        var warnings = questions.map { self.warnings(of: $0) }
        for pair in SimilarQuestions.pairs(in: questions) {
            warnings[pair.second].append(
                .nearlyTheSame(questionID: questions[pair.first].id, share: pair.share))
        }
        return warnings
    }
}
