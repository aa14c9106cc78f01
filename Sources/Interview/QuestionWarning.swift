/// What makes a question work less well than it could, although it can be asked.
public enum QuestionWarning: Sendable, Hashable, CustomStringConvertible {
    /// It has no key point, so answers are judged by its sample answers as a whole.
    case noKeyPoints
    /// It has so few key points that one of them decides the score.
    case fewKeyPoints(count: Int)
    /// It has more key points than an answer can hold.
    case manyKeyPoints(count: Int)
    /// It has no sample answer.
    case noSampleAnswer
    /// A sample answer, counted from 1, gets a low score, 0...100, on its own question; `nil` when it gets none.
    case weakSampleAnswer(number: Int, score: Double?)
    /// It has no hint.
    case noHint
    /// It has no follow-up.
    case noFollowUp
    /// Another question asks nearly the same; the share of stems in common, 0...1.
    case nearlyTheSame(questionID: String, share: Double)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noKeyPoints:
            "It has no key points: answers are compared with its sample answers as a whole, nothing says what one left out, "
                + "and no follow-up on a point can be asked. Write down what the sample answer says, one point each."
        case .fewKeyPoints(let count):
            "It has \(count) key point\(count == 1 ? "" : "s"): with fewer than \(QuestionReview.keyPoints.lowerBound) "
                + "each decides too much."
        case .manyKeyPoints(let count):
            "It has \(count) key points: no answer says more than \(QuestionReview.keyPoints.upperBound), so join some."
        case .noSampleAnswer:
            "It has no sample answer: write one as it would be spoken, to see that the key points are found in it."
        case .weakSampleAnswer(let number, let score?):
            "Sample answer \(number) scores \(Int(score)) on its own question, under \(Int(QuestionReview.goodScore)): "
                + "add the ways in which it says the key points as variants."
        case .weakSampleAnswer(let number, nil):
            "Sample answer \(number) cannot be scored: write it in full sentences."
        case .noHint: "It has no hint for someone who is stuck."
        case .noFollowUp: "It has no follow-up to ask about a point that was left out."
        case .nearlyTheSame(let id, let share):
            "It asks nearly the same as \(id): \(Int(share * 100)) % of their words are in both."
        }
    }
}
