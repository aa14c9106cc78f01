import Evaluation
import Interview
import Records

/// Interviews as a list: a line for each, its columns one below the other.
struct SessionLines {
    let palette: Palette

    func print(_ interviews: [InterviewListing]) {
        let rows = interviews.map(Self.columns)
        let widths = (0..<Self.count).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for (interview, row) in zip(interviews, rows) {
            let cells = zip(row, widths).enumerated().map { column, cell -> String in
                Self.right.contains(column)
                    ? TextLayout.right(cell.0, cell.1) : TextLayout.left(cell.0, cell.1)
            }
            let score = interview.overall.map { palette.score($0, cells[6]) } ?? "\(cells[6])"
            Terminal.output.print(
                "\(palette.bold(cells[0]))  \(cells[1])  \(cells[2])  \(cells[3])  \(cells[4])  \(cells[5])  \(score)  \(row[7])"
            )
        }
    }

    /// How many columns there are, and which are numbers.
    private static let count = 8
    private static let right: Set = [0, 5, 6]
    /// A longer title would leave no room for the rest of the line.
    private static let longestTitle = 28

    private static func columns(_ interview: InterviewListing) -> [String] {
        let title = interview.title.isEmpty ? interview.role ?? "any role" : interview.title
        let shown = TerminalText.visible(title)
        return [
            "\(interview.number)", Moment.text(interview.heldAt),
            shown.count > longestTitle ? shown.prefix(longestTitle - 1) + "…" : shown,
            interview.kind.rawValue,
            interview.state.words, "\(interview.answeredCount)/\(interview.questionCount)",
            interview.overall.map { TextLayout.number($0) } ?? "–", interview.label?.title ?? "",
        ]
    }
}
