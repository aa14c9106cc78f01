import ArgumentParser
import Interview

/// `viva questions show`: everything about one question.
struct QuestionsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show everything about one question: its key points, sample answers, hints and follow-ups.",
        discussion: """
            Ends with exit code 65 and the ids that are most alike when there is no question of that id.

            EXAMPLES
              viva questions show behavioural-conflict
              viva questions show technical-caching --json | jq -r '.keyPoints[].statement'
            """)

    @Argument(help: ArgumentHelp("The question's id.", valueName: "id")) var id: String
    @OptionGroup var bank: BankOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let bank = try bank.load()
        guard let question = bank[id] else {
            let near = bank.nearestIDs(to: id).joined(separator: ", ")
            throw CommandFailure(.badInput, "There is no question \(id). Nearest: \(near).")
        }
        if common.json {
            try JSONOutput.print(question)
        } else {
            QuestionView(page: Page(palette: common.palette)).show(question)
        }
    }
}
