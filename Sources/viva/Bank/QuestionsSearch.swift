import ArgumentParser
import Interview

/// `viva questions search`: the questions about something.
struct QuestionsSearch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the questions whose text, tags or key points hold all of some words, best first.",
        discussion: """
            Words are found in all their forms: "query" finds "queries". A word counts most in the text of the question.

            EXAMPLES
              viva questions search slow queries
              viva questions search caching --json | jq -r '.questions[0].id'
            """)

    @Argument(help: ArgumentHelp("The words.", valueName: "words")) var words: [String]
    @OptionGroup var bank: BankOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let search = QuestionSearch(words.joined(separator: " "))
        guard !search.isEmpty else {
            throw ValidationError("There is no word to look for: give at least one.")
        }
        let found = search.results(in: try bank.load().questions).map(\.question)
        try QuestionLines(questions: found).print(common)
        if found.isEmpty { common.note("No question holds all of these words: try fewer.") }
    }
}
