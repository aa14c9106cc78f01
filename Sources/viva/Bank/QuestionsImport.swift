public import ArgumentParser
import FoundationEssentials
import Interview
public import Storage

/// `viva questions import`: questions of other files into one's own.
struct QuestionsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take questions from JSON, CSV or YAML files into your own, checked first.",
        discussion: """
            Every mistake of every row is told at once, and nothing is written when there is one, unless --skip-errors
            is given. The names that other question banks use are understood, such as difficulty: hard for a level; a
            question without an id gets one made of its text. Docs/Questions.md has all names.

            Questions are written to my-questions.yaml in your folder of questions (~/.local/share/viva/questions, or
            VIVA_QUESTIONS), or to the file of --to. What is there stays, comments too.

            Ends with exit code 65 when there were mistakes, also when the other questions were written; 66 when a file
            is not there, 73 when the questions cannot be written, 69 when another viva keeps writing to their folder.

            EXAMPLES
              viva questions import --dry-run bank.json
              viva questions import table.csv
              curl -s https://example.org/bank.json | viva questions import - --format json
            """)

    @Argument(
        help: ArgumentHelp("Files with questions; - is standard input, with --format.", valueName: "file"),
        completion: .file(extensions: ["json", "csv", "yaml", "yml"]))
    var files: [String]
    @Option(
        help: ArgumentHelp(
            "How the questions are written: json, csv or yaml. Left out: what the ending of a file's name says.",
            valueName: "format"))
    var format: QuestionFormat?
    @Option(
        help: ArgumentHelp("The YAML file to write to, which need not exist.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var to: String?
    @Flag(help: "Only say what would be written.") var dryRun = false
    @Flag(help: "Write the questions that have no mistake.") var skipErrors = false
    @Flag(help: "Put questions in the place of those of your own with the same ids.") var replace = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard files.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("Standard input (-) can be read once.")
        }
        for file in files where format == nil && QuestionFormat(path: file) == nil {
            throw ValidationError(
                "\(file): Say with --format json, csv or yaml how the questions are written.")
        }
    }

    /// What was done, as JSON.
    private struct Output: Encodable {
        /// Whether it was only tried.
        var isDryRun: Bool
        /// The ids of the questions that are written.
        var added: [String]
        var replaced: [String]
        /// How many questions have mistakes.
        var refused: Int
        /// The files that were written.
        var files: [String]
        var mistakes: [QuestionFinding]
        var warnings: [QuestionFinding]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        try Questions.checkArePresent(files.filter { $0 != "-" })
        let target = try QuestionTarget(to)
        let isTaken = { (found: QuestionImport) in
            (found.problems.isEmpty || skipErrors) && !found.accepted.isEmpty
        }
        let change = try await target.take(try files.map(source), clash: replace ? .replaces : .refused) {
            !dryRun && isTaken($0)
        }
        try report(change, isTaken: isTaken(change.found), target)
    }

    private func report(_ change: QuestionTarget.Change, isTaken: Bool, _ target: QuestionTarget) throws {
        let found = change.found
        let similar = found.similar(in: change.bank)
        let warnings = (similar ?? []).map { QuestionFinding($0.warning, of: $0.question) }
        let output = Output(
            isDryRun: dryRun, added: isTaken ? found.added.map(\.question.id) : [],
            replaced: isTaken ? found.replacing.map(\.question.id) : [], refused: found.refusedCount,
            files: change.files, mistakes: found.problems.map(QuestionFinding.init), warnings: warnings)
        if common.json { try JSONOutput.print(output) } else { show(output, accepted: found.accepted.count) }
        if similar == nil {
            common.note(
                "Questions that ask nearly the same were not looked for: there are more than \(QuestionImport.comparedLimit)."
            )
        }
        let pointless = isTaken ? found.accepted.count { $0.question.keyPoints.isEmpty } : 0
        if pointless > 0 {
            common.note(
                "\(Self.count(pointless, "question")) without key points: answers are compared with the sample answers. `viva questions check` names them."
            )
        }
        if isTaken, !found.added.isEmpty, let hint = target.hint { common.note("\(hint)") }
        if !found.problems.isEmpty { throw ExitCode(ExitStatus.badInput.rawValue) }
    }

    private func source(_ file: String) throws -> QuestionSource {
        guard file == "-" else {
            return QuestionSource(name: file, format: format ?? QuestionFormat(path: file) ?? .yaml)
        }
        let bytes = try StandardInput.readAll(limitBytes: QuestionBankFile.limitBytes)
        return QuestionSource(name: "standard input", format: format ?? .json, content: Data(bytes))
    }

    private func show(_ output: Output, accepted: Int) {
        let palette = common.logPalette
        for mistake in output.mistakes { Terminal.log.print(mistake.line(palette.poor("mistake:"))) }
        for warning in output.warnings { Terminal.log.print(warning.line(palette.fair("warning:"))) }
        let count = output.added.count + output.replaced.count
        guard count > 0 else {
            Terminal.output.print(
                "Nothing \(dryRun ? "would be" : "was") written: \(Self.count(output.mistakes.count, "mistake"))."
            )
            if accepted > 0 {
                common.note(
                    "Mend what is named, or take the other \(Self.count(accepted, "question")) with --skip-errors."
                )
            }
            return
        }
        let replaced =
            output.replaced.isEmpty ? "" : ", \(output.replaced.count) of them in the place of others"
        let refused = output.refused == 0 ? "" : "; \(Self.count(output.refused, "question")) left out"
        let places = dryRun ? "" : " to \(output.files.map(Places.short).joined(separator: ", "))"
        Terminal.output.print(
            "\(Self.count(count, "question")) \(dryRun ? "would be " : "")written\(places)\(replaced)\(refused)."
        )
    }

    private static func count(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
    }
}

extension QuestionFormat: ExpressibleByArgument {}
