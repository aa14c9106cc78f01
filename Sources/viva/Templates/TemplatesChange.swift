import Archive
import ArgumentParser
import Interview
import Records

/// `viva templates change`: something else said about a template of one's own.
struct TemplatesChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change an interview template; interviews that were made from it stay as they are.",
        discussion: """
            What is given takes the place of what the template said: --question all its questions, --tag all its labels;
            --role any takes the role away.

            EXAMPLES
              viva templates change 3 --title "Second talk" --minutes 45
              viva templates change 3 --question technical-slow-query --question technical-caching
              viva templates change 3 --no-active
            """)

    @Argument(help: ArgumentHelp("The template's number, short name or title.", valueName: "template"))
    var template: TemplateName
    @Flag(inversion: .prefixedNo, help: "Whether it may be used.") var active: Bool?
    @OptionGroup var options: TemplateOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard active != nil || !options.isEmpty else {
            throw ValidationError("Say what is to be changed, for example with --title.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let shelf = try await TemplateShelf.open(
            archive, questions: try bank.read(), isWhole: bank.bank.isEmpty)
        let earlier = try await archive.template(template)
        try shelf.requireOwn(earlier)
        var (wanted, remarks) = try await options.applied(to: earlier.template, on: shelf)
        if let active { wanted.isActive = active }
        for remark in remarks { common.note("\(remark)") }
        let kept = try await archive.records.changeTemplate(.number(earlier.number)) {
            [wanted] (template: inout InterviewTemplate) in
            template = wanted
        }
        guard !common.json else {
            return try JSONOutput.print(
                TemplatesShow.Output(
                    template: TemplateItem(kept, isShipped: false),
                    questions: try await shelf.questions(of: kept.template)))
        }
        Terminal.output.print(
            "Template \(kept.number) is changed: \(TerminalText.visible(kept.template.title)), \(kept.template.questionWords)."
        )
    }
}
