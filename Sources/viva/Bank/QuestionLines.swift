import Evaluation
import Interview

/// Questions as a list: a line for each, its columns one below the other.
struct QuestionLines: Encodable {
    var questions: [Question]

    /// Writes the list, as one JSON document or as lines.
    func print(_ common: CommonOptions) throws {
        guard !common.json else { return try JSONOutput.print(self) }
        let palette = common.palette
        let width = questions.map(\.id.count).max() ?? 0
        for question in questions {
            let id = palette.bold(TextLayout.left(question.id, width))
            let level = TextLayout.left(question.level.rawValue, Self.levelWidth)
            let kind = TextLayout.left(question.kind.rawValue, Self.kindWidth)
            Terminal.output.print("\(id)  \(level)  \(kind)  \(question.text)")
        }
    }

    private static let levelWidth = QuestionLevel.allCases.map(\.rawValue.count).max() ?? 0
    private static let kindWidth = QuestionKind.allCases.map(\.rawValue.count).max() ?? 0
}
