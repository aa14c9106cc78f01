public import Interview

/// A question and where it is written.
public struct PlacedQuestion: Sendable, Hashable {
    /// The question.
    public var question: Question
    /// The list it stands in.
    public var list: QuestionList
    /// Its file.
    public var path: String
    /// Where in the file it begins; `nil` when that is not known.
    public var position: QuestionPosition?

    /// The line in the file at which it begins, from 1; `nil` when that is not known or the file is a table or JSON.
    public var line: Int? { position?.line }
    /// The file and where in it, as people and compilers write it.
    public var place: String { position?.place(in: path) ?? path }

    /// A question of a file.
    public init(
        question: Question, list: QuestionList = .questions, path: String, position: QuestionPosition? = nil
    ) {
        self.question = question
        self.list = list
        self.path = path
        self.position = position
    }
}
