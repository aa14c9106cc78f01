import ArgumentParser
import Interview

/// `viva questions list`: the questions that fit.
struct QuestionsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the questions that fit everything given, a line for each: id, level, kind, text.",
        discussion: """
            EXAMPLES
              viva questions list
              viva questions list --category databases --level senior
              viva questions list --role "Data Scientist" --json | jq -r '.questions[].id'
            """)

    @OptionGroup var filters: QuestionFilterOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let bank = try bank.load()
        let questions = bank.questions.filter(filters.filter.fits)
        try QuestionLines(questions: questions).print(common)
        common.note(
            questions.isEmpty
                ? "No question fits: `viva questions stats` says which categories and roles there are."
                : "\(questions.count) of \(bank.questions.count) questions")
    }
}
