import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva templates create`: a template of one's own.
struct TemplatesCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract:
            "Make an interview template: with questions, with a rule for choosing them, or after an interview.",
        discussion: """
            With --question the interview asks these, in their order. A text that is no id is a question of your own; what stands
            behind a bar (|) is an expected answer, with which answers are compared. Questions of one bank are asked as the
            bank has them when the template is used; where texts of your own are among them, as they read now.
            With --questions COUNT so many are chosen while the interview is held, by kind, level, role, skills or --job.

            EXAMPLES
              viva templates create --title "Caching" --question technical-slow-query --question "What is a cache? | It keeps copies close by."
              viva templates create --title "Backend, senior" --questions 6 --kind technical --level senior --skills sql,docker
              viva templates create --title "For Initech" --questions 5 --job advertisement.txt
              viva templates create --from 12 --title "As last week" --tag weekly
              viva templates create --like hr-first-call --title "My first call" --minutes 20
            """)

    @Option(
        help: ArgumentHelp("Ask what this interview asked: its number or id.", valueName: "number"))
    var from: SessionName?
    @Option(
        help: ArgumentHelp("Begin with what another template says.", valueName: "template"))
    var like: TemplateName?
    @OptionGroup var options: TemplateOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard from == nil || like == nil else {
            throw ValidationError("--from and --like exclude each other.")
        }
        guard from != nil || options.title != nil else {
            throw ValidationError("Say with --title what the template is called.")
        }
        guard from != nil || like != nil || !options.question.isEmpty || options.choice.questions != nil
        else {
            throw ValidationError(
                "Say what it asks: --question for each question, --questions COUNT to have them chosen, or --from an interview."
            )
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let found = try bank.read()
        let shelf = try await TemplateShelf.open(archive, questions: found, isWhole: bank.bank.isEmpty)
        let (template, remarks) = try await options.applied(to: try await base(shelf), on: shelf)
        for remark in remarks { common.note("\(remark)") }
        let kept = try await archive.records.keep(template)
        guard !common.json else {
            return try JSONOutput.print(
                TemplatesShow.Output(
                    template: TemplateItem(kept, isShipped: false),
                    questions: try await shelf.questions(of: kept.template)))
        }
        Terminal.output.print(
            "Template \(kept.number) is made: \(TerminalText.visible(kept.template.title)), \(kept.template.questionWords)."
        )
        common.note("Hold it now: \(shelf.archive.viva("practice --microphone --template \(kept.number)"))")
    }

    /// What the options are applied to.
    private func base(_ shelf: TemplateShelf) async throws -> InterviewTemplate {
        let id = UUID().uuidString.lowercased()
        if let from {
            let kept = try await shelf.archive.interview(from)
            let title = kept.interview.details.title
            return InterviewTemplate(
                of: kept.interview, id: id, title: title.isEmpty ? "As interview \(kept.number)" : title)
        }
        guard let like else { return InterviewTemplate(id: id, title: "", questions: .own([])) }
        return try await shelf.archive.template(like).template.copy(id: id)
    }
}
