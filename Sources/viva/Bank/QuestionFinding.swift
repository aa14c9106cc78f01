import Interview
import Storage

/// Something that is wrong with a question or could be better, and where.
struct QuestionFinding: Encodable {
    var path: String
    /// The line of a YAML file, from 1.
    var line: Int?
    /// The row of a table, 1 being its header.
    var row: Int?
    /// The entry of a JSON list, from 1.
    var entry: Int?
    /// The id of the question or template.
    var questionID: String?
    var field: String?
    var reason: String
    private let list: QuestionList

    private enum CodingKeys: String, CodingKey {
        case path, line, row, entry, questionID, field, reason
    }

    init(_ problem: QuestionBankFileError.Problem) {
        self.init(
            path: problem.path, position: problem.position, questionID: problem.questionID,
            list: problem.list, field: problem.field, reason: problem.reason)
    }

    init(_ warning: QuestionWarning, of placed: PlacedQuestion) {
        self.init(
            path: placed.path, position: placed.position, questionID: placed.question.id, list: placed.list,
            field: nil, reason: warning.description)
    }

    private init(
        path: String, position: QuestionPosition?, questionID: String?, list: QuestionList, field: String?,
        reason: String
    ) {
        self.path = path
        switch position {
        case .line(let line): self.line = line
        case .row(let row): self.row = row
        case .entry(let entry): self.entry = entry
        case nil: break
        }
        self.questionID = questionID
        self.list = list
        self.field = field
        self.reason = reason
    }

    /// The finding on one line, as compilers print theirs.
    func line(_ sort: TerminalText) -> TerminalText {
        let position =
            line.map { QuestionPosition.line($0) } ?? row.map { .row($0) } ?? entry.map { .entry($0) }
        let named = questionID.map { " \(list.entry) \($0):" } ?? ""
        let field = field.map { " \($0):" } ?? ""
        return "\(position?.place(in: path) ?? path): \(sort)\(named)\(field) \(reason)"
    }
}
