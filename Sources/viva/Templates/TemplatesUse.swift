import Archive
import ArgumentParser
import Interview
import Records

/// `viva templates use`: a planned interview of a template.
struct TemplatesUse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Plan an interview after a template; `viva practice --template` holds one at once.",
        discussion: """
            The interview has the template's questions as they read now, or chooses its questions when it is held. It is begun with
            `viva practice --session NUMBER`. Nobody is planned for two interviews at once, unless --allow-overlap is given.

            EXAMPLES
              viva templates use 3
              viva templates use hr-first-call --person "Ann Lee" --at 2026-12-01T10:00:00Z
              viva templates use 3 --role "Go Developer" --company Initech --mode real
            """)

    @Argument(help: ArgumentHelp("The template's number, short name or title.", valueName: "template"))
    var template: TemplateName
    @Option(help: ArgumentHelp("The job. Left out: the template's.", valueName: "job")) var role: String?
    @Option(help: ArgumentHelp("The company that it is for.", valueName: "name")) var company: String?
    @Option(
        help: ArgumentHelp(
            "Who answers: the number, id, address or name of a person.", valueName: "person"))
    var person: PersonName?
    @Option(
        help: ArgumentHelp(
            "When it begins: a time such as 2026-12-01T10:00:00Z. Left out: when you are ready.",
            valueName: "time"))
    var at: Moment?
    @Option(help: ArgumentHelp("practice or real. Left out: practice.", valueName: "mode"))
    var mode: InterviewDetails.Mode?
    @Flag(help: "Plan it also where the person has another interview at that time.")
    var allowOverlap = false
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var number: Int64
        var interview: Interview
    }

    func validate() throws { try PlanOptions.requireNames([("--role", role), ("--company", company)]) }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let shelf = try await TemplateShelf.open(
            archive, questions: try bank.read(), isWhole: bank.bank.isEmpty)
        let template = try await shelf.archive.template(template)
        var candidate: KeptRecord<Person>?
        if let person { candidate = try await archive.person(person) }
        let schedule = at.map {
            InterviewSchedule(start: $0.date, durationMinutes: template.template.durationMinutes)
        }
        let kept = try await archive.records.use(
            template: .number(template.number), role: role, company: company,
            candidate: candidate?.number, schedule: schedule,
            manner: InterviewManner(mode: mode ?? .practice),
            overlap: allowOverlap ? .allowed : .refused)
        guard !common.json else {
            return try JSONOutput.print(Output(number: kept.number, interview: kept.interview))
        }
        let whom = candidate.map { " for \(TerminalText.visible($0.value.name))" } ?? ""
        let time = schedule.map { ", \(Moment.text($0.start)), \($0.durationMinutes) minutes" } ?? ""
        Terminal.output.print(
            "Interview \(kept.number) is planned\(whom): \(TerminalText.visible(template.template.title)), \(template.template.questionWords)\(time)."
        )
        let home = self.archive.home.map { " --home \(ShellText.quoted($0))" } ?? ""
        let banks = bank.bank.map { " --bank \(ShellText.quoted($0))" }.joined()
        common.note("Begin it with: viva practice --microphone --session \(kept.number)\(home)\(banks)")
    }
}
