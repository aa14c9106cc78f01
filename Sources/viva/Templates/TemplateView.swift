import Interview
import Records

/// Interview templates for people: as a list, a line for each, and one with its questions.
struct TemplateView {
    let palette: Palette

    /// A line for each, its columns one below the other.
    func list(_ templates: [TemplateItem]) {
        let rows = templates.map(Self.columns)
        let widths = (0..<Self.count).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for (template, row) in zip(templates, rows) {
            let cells = zip(row, widths).enumerated().map { column, cell -> String in
                Self.right.contains(column)
                    ? TextLayout.right(cell.0, cell.1) : TextLayout.left(cell.0, cell.1)
            }
            let score = template.meanScore.map { palette.score($0, cells[7]) } ?? "\(cells[7])"
            Terminal.output.print(
                "\(palette.bold(cells[0]))  \(cells[1])  \(cells[2])  \(cells[3])  \(cells[4])  \(cells[5])  \(cells[6])  \(score)  \(row[8])"
            )
        }
    }

    private static let count = 9
    private static let right: Set = [0, 4, 5, 6, 7]
    /// A longer title would leave no room for the rest of the line.
    private static let longestTitle = 36

    private static func columns(_ template: TemplateItem) -> [String] {
        let title = TerminalText.visible(template.title)
        return [
            "\(template.number)",
            title.count > longestTitle ? title.prefix(longestTitle - 1) + "…" : title,
            template.kind.rawValue, template.level.rawValue, "\(template.questionCount) questions",
            "\(template.minutes) min", "used \(template.useCount)",
            template.meanScore.map { TextLayout.number($0) } ?? "–",
            [template.isActive ? nil : "not in use", template.isShipped ? template.key : nil]
                .compactMap(\.self).joined(separator: ", "),
        ]
    }

    /// One template with its questions.
    func show(_ template: TemplateItem, questions: [Question]) {
        let page = Page(palette: palette)
        page.title("Template \(template.number): \(template.title)")
        if let description = template.description { page.paragraph(description) }
        page.space()
        if let key = template.key { page.figure("Name", key) }
        page.figure("Kind", template.kind.rawValue)
        page.figure("Level", template.level.rawValue)
        page.figure("Role", template.role ?? "any")
        if !template.skills.isEmpty { page.figure("Skills", template.skills.joined(separator: ", ")) }
        if !template.tags.isEmpty { page.figure("Tags", template.tags.joined(separator: ", ")) }
        page.figure("Time", "\(template.minutes) minutes")
        if !template.isActive { page.figure("State", "not in use") }
        let uses = TextLayout.count(template.useCount, "time")
        page.figure("Used", "\(uses), \(template.completedCount) completed")
        page.score("Mean score", template.meanScore)
        page.heading("Questions")
        if template.choosesQuestions {
            page.paragraph(
                "\(template.questionCount) are chosen while the interview is held, of the kind, level, role and skills above."
            )
        }
        for (index, question) in questions.enumerated() {
            page.item("\(question.text) (\(question.id))", mark: "\(index + 1).")
        }
        let missing = template.choosesQuestions ? 0 : template.questionCount - questions.count
        if missing > 0 {
            page.item(
                "\(missing) of its questions are not in the bank any more: change the template before it is used.",
                mark: "!", style: palette.poor)
        }
        page.space()
    }
}
