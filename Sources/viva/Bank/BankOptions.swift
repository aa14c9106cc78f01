import ArgumentParser
import Interview
import Storage

/// Which questions are read besides those that come with Viva.
struct BankOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Questions of your own to read in the place of those in your folder: a file or a folder; may be repeated.",
            valueName: "path"),
        completion: .file())
    var bank: [String] = []

    /// The same with the place of each question.
    func read() throws -> QuestionImport.Bank { try Questions.read(bank: bank) }

    /// The questions that come with Viva, and one's own.
    func load() throws -> QuestionBank { try Questions.load(bank: bank) }
}
