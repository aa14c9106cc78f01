public import Interview

/// A question and where it is written.
public struct PlacedQuestion: Sendable, Hashable {
    /// The question.
    public var question: Question
    /// Its file.
    public var path: String
    /// The line in the file at which it begins, from 1; `nil` when that is not known.
    public var line: Int?

    /// A question of a file.
    public init(question: Question, path: String, line: Int? = nil) {
        self.question = question
        self.path = path
        self.line = line
    }
}
