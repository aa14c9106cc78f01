import Evaluation

/// How much a question file may hold, so that a file made by mistake is told rather than worked on for hours. Each limit is
/// many times what the questions that come with Viva need.
enum QuestionLimits {
    /// The most questions of one file.
    static let questions = 20_000
    /// The most entries of a list within a question.
    static let entries = 200
    /// The most characters of one text.
    static let characters = 20_000
    /// The smallest and the largest number: a weight, or seconds.
    static let number = Weights.allowed
}
