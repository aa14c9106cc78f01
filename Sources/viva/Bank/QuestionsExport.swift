import ArgumentParser
import FoundationEssentials
import Interview
import Storage

/// `viva questions export`: questions as a file that `import` reads back.
struct QuestionsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write the questions that fit everything given as YAML, JSON or CSV; import reads them back.",
        discussion: """
            In CSV a list stands in one cell, its entries between bars (|), and each key point has columns of its own.

            EXAMPLES
              viva questions export --category databases > databases.yaml
              viva questions export --format csv --output questions.csv
              viva questions export --bank my-questions.yaml --tag mine --format json
            """)

    @Option(
        help: ArgumentHelp(
            "How to write them: yaml, json or csv. Left out: what the name of --output says, else yaml.",
            valueName: "format"))
    var format: QuestionFormat?
    @OptionGroup var filters: QuestionFilterOptions
    @OptionGroup var bank: BankOptions
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. Left out: standard output.", valueName: "file"),
        completion: .file())
    var output: String?
    @Flag(help: "Replace the file when it is there.") var overwrite = false
    @OptionGroup var common: CommonOptions

    /// What was done, as JSON.
    private struct Output: Encodable {
        var path: String
        var format: QuestionFormat
        var questions: Int
    }

    func validate() throws {
        guard !overwrite || output != nil else { throw ValidationError("--overwrite goes with --output.") }
        guard !common.json || output != nil || format ?? .json == .json else {
            throw ValidationError(
                "--json and --format \(format?.rawValue ?? "") exclude each other without --output.")
        }
    }

    func run() async throws {
        let chosen = format ?? output.flatMap(QuestionFormat.init(path:)) ?? (common.json ? .json : .yaml)
        let questions = try bank.load().questions.filter(filters.filter.fits)
        guard !questions.isEmpty else {
            throw CommandFailure(
                .failure,
                "No question fits, so nothing was written: `viva questions stats` says what there is.")
        }
        let text = try QuestionFileWriter.text(of: questions, format: chosen)
        guard let output else { return Terminal.output.print(document: String(text.dropLast())) }
        guard overwrite || !FileManager.default.fileExists(atPath: output) else {
            throw CommandFailure(
                .cannotWrite, "\(output) is there already: give another name, or --overwrite to replace it.")
        }
        try QuestionBankFile.write(text, to: output)
        if common.json {
            try JSONOutput.print(Output(path: output, format: chosen, questions: questions.count))
        } else {
            let count = "\(questions.count) question\(questions.count == 1 ? "" : "s")"
            common.note("\(count) written to \(Places.short(output))")
        }
    }
}
