import Evaluation
import Interview
import Records

/// Interviews as a list: a line for each, its columns one below the other.
struct SessionLines {
    let palette: Palette

    func print(_ interviews: [InterviewListing]) {
        let table = ColumnTable(right: [0, 5, 6], rows: interviews.map(cells))
        for line in table.lines(palette) { Terminal.output.print(line) }
    }

    /// A longer title would leave no room for the rest of the line.
    static let longestTitle = 28

    private func cells(_ interview: InterviewListing) -> [ColumnTable.Cell] {
        [
            .init("\(interview.number)", style: palette.bold), .init(Moment.text(interview.heldAt)),
            .init(interview.name, most: Self.longestTitle), .init(interview.kind.rawValue),
            .init(interview.state.words), .init("\(interview.answeredCount)/\(interview.questionCount)"),
            .init(score: interview.overall, palette), .init(interview.label?.title ?? ""),
        ]
    }
}

extension InterviewListing {
    /// What a list calls it: its title, else its role.
    var name: String { title.isEmpty ? role ?? "any role" : title }
}
