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
            `viva practice --session NUMBER`. Nobody is planned for two interviews at once, unless --anyway is given.

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
            "When it begins, as in 2026-12-01T10:00 or 2026-12-01T10:00:00Z. Left out: when you are ready.",
            valueName: "time"))
    var at: WrittenTime?
    @OptionGroup var zone: ZoneOptions
    @Option(help: ArgumentHelp("practice or real. Left out: practice.", valueName: "mode"))
    var mode: InterviewDetails.Mode?
    @Flag(
        name: [.long, .customLong("allow-overlap")],
        help: "Plan it although the person has another interview then.") var anyway = false
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var number: Int64
        var interview: Interview
    }

    func validate() throws {
        try PlanOptions.requireNames([("--role", role), ("--company", company)])
        if let at, !at.hasTime {
            throw ValidationError("--at needs a time of the day, as in 2026-12-01T10:00.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let start = try at.map { try zone.date($0, option: "--at") }
        let archive = try await archive.open(common)
        let shelf = try await TemplateShelf.open(
            archive, questions: try bank.read(), isWhole: bank.bank.isEmpty)
        let template = try await shelf.archive.template(template)
        var candidate: KeptRecord<Person>?
        if let person { candidate = try await archive.person(person) }
        let schedule = start.map {
            InterviewSchedule(start: $0, durationMinutes: template.template.durationMinutes)
        }
        let candidateNumber = candidate?.number
        let kept = try await ScheduleFailure(archive: archive, zone: zone).told {
            try await archive.records.use(
                template: .number(template.number), role: role, company: company,
                candidate: candidateNumber, schedule: schedule,
                manner: InterviewManner(mode: mode ?? .practice), overlap: anyway ? .allowed : .refused)
        }
        guard !common.json else {
            return try JSONOutput.print(Output(number: kept.number, interview: kept.interview))
        }
        let whom = candidate.map { " for \(TerminalText.visible($0.value.name))" } ?? ""
        let time = schedule.map { ", \(zone.text($0.start)), \($0.durationMinutes) minutes" } ?? ""
        Terminal.output.print(
            "Interview \(kept.number) is planned\(whom): \(TerminalText.visible(template.template.title)), \(template.template.questionWords)\(time)."
        )
        let begin = archive.viva("practice --microphone --session \(kept.number)")
        let banks = bank.bank.map { " --bank \(ShellText.quoted($0))" }.joined()
        common.note("Begin it with: \(begin)\(banks)")
    }
}
