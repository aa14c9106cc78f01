import Evaluation
import Interview
import Yams

/// Looks for what is wrong with a template and would be right in a question: how its texts name the subject.
struct TemplateCheck {
    private let path: String
    private let position: QuestionPosition?
    private let id: String?
    private(set) var problems: [QuestionBankFileError.Problem] = []

    /// Looks at the fields of the template `id`, which begins at `position` in the file.
    init(_ node: Node, id: String?, path: String, position: QuestionPosition?) {
        self.path = path
        self.position = position
        self.id = id
        if let text = node.mapping?["text"]?.scalar {
            let words = Self.words(text.string)
            if !words.isEmpty, !SubjectPlaceholder.allCases.contains(where: { words.contains($0.rawValue) }) {
                report(
                    "text", at: text.mark,
                    "The text does not name its subject: write {subject} where the name of the skill or role belongs, "
                        + "or {a subject} for the name with \"a\" or \"an\".")
            }
        }
        check(node, field: "", depth: 0)
    }

    /// How deep the texts of a question lie: in a list of a field of an entry of a list.
    private static let deepest = 4

    private mutating func check(_ node: Node, field: String, depth: Int) {
        if let text = node.scalar {
            check(Self.words(text.string), field: field, mark: text.mark)
        } else if depth < Self.deepest, let fields = node.mapping {
            for (key, value) in fields {
                let name = [field, key.string ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
                check(value, field: name, depth: depth + 1)
            }
        } else if depth < Self.deepest, let entries = node.sequence {
            for (index, entry) in entries.prefix(QuestionLimits.entries).enumerated() {
                check(entry, field: "\(field)[\(index)]", depth: depth + 1)
            }
        }
    }

    private mutating func check(_ text: String, field: String, mark: Mark?) {
        let isVariant = field.contains(".variants[")
        guard !isVariant || !Rubric.storyMoves.contains(text) else { return }
        let rest = SubjectPlaceholder.allCases.reduce(text) { $0.replacing($1.rawValue, with: "") }
        guard let start = rest.firstIndex(where: { "{}".contains($0) }) else { return }
        let end = rest[start...].firstIndex(of: "}").map { rest.index(after: $0) } ?? rest.endIndex
        report(
            field, at: mark,
            "`\(rest[start..<end].prefix(40))` stands for nothing: write {subject} for the name of the skill or role, or "
                + "{a subject} for the name with \"a\" or \"an\""
                + (isVariant ? "; a move of a story, such as {made}, is a variant by itself." : "."))
    }

    /// A text as it is read: space within it counts as one space.
    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func report(_ field: String, at mark: Mark?, _ reason: String) {
        problems.append(
            .init(
                path: path, position: mark.map { .line($0.line) } ?? position, questionID: id, field: field,
                reason: reason))
    }
}
