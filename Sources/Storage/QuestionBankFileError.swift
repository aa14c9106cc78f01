/// Everything that is wrong with question files, so that it can be put right in one go.
public struct QuestionBankFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One thing that is wrong.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// The file or directory.
        public var path: String
        /// Where in the file; `nil` when it concerns the whole file.
        public var position: QuestionPosition?
        /// The id of the question or template, when it is known.
        public var questionID: String?
        /// Whether it is a question or a template, where it concerns one.
        public var list: QuestionList
        /// The field, for example `keyPoints[2].weight`; `nil` when it concerns the whole question or file.
        public var field: String?
        /// What is wrong and what is expected.
        public var reason: String

        /// One thing that is wrong.
        public init(
            path: String, position: QuestionPosition? = nil, questionID: String? = nil,
            list: QuestionList = .questions, field: String? = nil, reason: String
        ) {
            self.path = path
            self.position = position
            self.questionID = questionID
            self.list = list
            self.field = field
            self.reason = reason
        }

        /// The line in the file, from 1; `nil` when it concerns the whole file, or a table or JSON.
        public var line: Int? { position?.line }

        /// The problem on one line, as compilers print theirs.
        public var description: String {
            let place = position?.place(in: path) ?? path
            let entry = questionID.map { " \(list.entry) \($0):" } ?? ""
            let name = field.map { " \($0):" } ?? ""
            return "\(place):\(entry)\(name) \(reason)"
        }
    }

    /// What is wrong, in the order of the files.
    public var problems: [Problem]

    /// An error of at least one problem.
    public init(problems: [Problem]) { self.problems = problems }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
