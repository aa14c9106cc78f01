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

    @OptionGroup var bank: BankOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let statistics = QuestionStatistics(of: try bank.load().questions)
        guard !common.json else { return try JSONOutput.print(statistics) }
        let page = Page(palette: common.palette)
        page.title("\(statistics.questions) questions")
        show("By kind", statistics.kinds, on: page)
        show("By category", statistics.categories, on: page)
        show("By level", statistics.levels, on: page)
        show("By role", statistics.roles, on: page)
        page.paragraph("\(statistics.forEveryRole) more suit every role.")
        page.space()
    }

    private func show(_ heading: String, _ counts: [QuestionStatistics.Count], on page: Page) {
        page.heading(heading)
        let width = counts.map(\.name.count).max() ?? 0
        let most = counts.map(\.questions).max() ?? 1
        for count in counts {
            let number = TextLayout.right(String(count.questions), 5)
            let bar = TextLayout.bar(Double(count.questions) / Double(most), width: 20)
            page.line(
                "\(Page.indent)\(TextLayout.left(count.name, width)) \(number) \(page.palette.accent(bar))")
        }
    }
}
