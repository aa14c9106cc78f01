import ArgumentParser
import Interview

/// `viva questions stats`: how many questions there are of each sort.
struct QuestionsStats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count the questions by kind, category, level and role.",
        discussion: """
            EXAMPLES
              viva questions stats
              viva questions stats --json | jq '.levels'
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let statistics = QuestionStatistics(of: try Questions.load().questions)
        guard !common.json else { return try JSONOutput.print(statistics) }
        let page = Page(palette: common.palette)
        page.title("\(statistics.questions) questions")
        show("By kind", statistics.kinds, of: statistics.questions, on: page)
        show("By category", statistics.categories, of: statistics.questions, on: page)
        show("By level", statistics.levels, of: statistics.questions, on: page)
        show("By role", statistics.roles, of: statistics.questions, on: page)
        page.paragraph("\(statistics.forEveryRole) more suit every role.")
        page.space()
    }

    private func show(_ heading: String, _ counts: [QuestionStatistics.Count], of total: Int, on page: Page) {
        page.heading(heading)
        let width = counts.map(\.name.count).max() ?? 0
        for count in counts {
            let number = TextLayout.right(String(count.questions), 5)
            let bar = TextLayout.bar(Double(count.questions) / Double(max(1, total)), width: 20)
            page.line(
                "\(Page.indent)\(TextLayout.left(count.name, width)) \(number) \(page.palette.accent(bar))")
        }
    }
}
