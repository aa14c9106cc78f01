import Archive
public import ArgumentParser
import FoundationEssentials
public import Interview
import Records
import Speech

/// `viva schedule add`: an interview for a time to come.
struct ScheduleAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Plan an interview for a time, or for whenever people are ready.",
        discussion: """
            What is asked is settled as `viva practice` settles it, with the same options; the questions themselves are chosen when it
            is held. Where somebody has another interview at the time, nothing is planned and the other one is named (exit code 1).

            EXAMPLES
              viva schedule add --at 2026-12-01T10:00 --person Ada --interviewer Grace --title "Second round" --reminder 30
              viva schedule add --at 2026-12-01T10:00 --time-zone America/New_York --minutes 45 --place "Room 4"
              viva schedule add --at 2026-12-01T10:00 --move-deadline 24 --time-out 60 --mode real
              viva schedule add --role "Data Analyst" --questions 5
            """)

    @Option(
        help: ArgumentHelp(
            "When it begins. Left out: it has no time, and is begun whenever people are ready.",
            valueName: "time"))
    var at: WrittenTime?
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var time: ScheduleOptions
    @Option(help: ArgumentHelp("Who asks, or for whom it is asked.", valueName: "person")) var interviewer:
        PersonName?
    @Option(help: ArgumentHelp("The organization that it belongs to.", valueName: "organization"))
    var organization: OrganizationName?
    @Option(
        help: ArgumentHelp(
            "How people meet: voice, text, video or in-person. Left out: voice.", valueName: "medium"))
    var medium: InterviewDetails.Medium?
    @Option(
        help: ArgumentHelp(
            "Once begun, it is given up after so many minutes without anything. Left out: never.",
            valueName: "minutes"))
    var timeOut: Int?
    @OptionGroup var plan: PlanOptions
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    /// The longest time-out, in minutes: four weeks.
    private static let timeOuts = 1...40_320

    func validate() throws {
        guard at != nil || time.given.isEmpty else {
            throw ValidationError(
                "\(time.given.joined(separator: ", ")) goes with --at, the time of the interview.")
        }
        if let at, !at.hasTime {
            throw ValidationError("--at needs a time of the day, as in 2026-12-01T10:00.")
        }
        if let timeOut, !Self.timeOuts.contains(timeOut) {
            throw ValidationError("--time-out \(timeOut) is outside 1 to 40320, which is four weeks.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let now = Date()
        let schedule = try at.map { time.schedule(at: try zone.date($0, option: "--at")) }
        let archive = try await archive.open(common)
        let chosen = try await ChosenPreferences(plan.choice, bank: bank.load(), archive: archive)
        let details = try await details(of: chosen, in: archive)
        for remark in chosen.remarks { common.note("\(remark)") }
        let history = plan.choice.fresh ? nil : try await archive.history(of: details.candidate)
        let interview = Interview(
            id: UUID().uuidString.lowercased(),
            plan: plan.plan(
                questionCount: plan.choice.questions ?? Self.usualQuestions, chosen: chosen,
                history: history, followUps: nil, voice: SpeakingStyle()),
            details: details, schedule: schedule, createdAt: now)
        let kept = try await ScheduleFailure(archive: archive, zone: zone).told {
            try await archive.records.schedule(interview, overlap: time.overlap, at: now)
        }
        let view = PlannedView(
            archive: archive, zone: zone, common: common, bank: bank.bank)
        try await view.print(kept)
    }

    /// As many as `viva practice` asks.
    private static let usualQuestions = 3

    /// What the interview is called, for whom it is and how it is.
    private func details(of chosen: ChosenPreferences, in archive: Archive) async throws -> InterviewDetails {
        var details = plan.details(of: chosen, medium: medium ?? .voice, usesLanguageModel: false)
        if let interviewer { details.interviewer = try await archive.person(interviewer).number }
        if let organization { details.organization = try await archive.organization(organization).number }
        if let number = details.candidate, number == details.interviewer {
            throw CommandFailure(
                .usage, "--person and --interviewer name the same person, number \(number): name two.")
        }
        details.timeOutMinutes = timeOut
        return details
    }
}

extension InterviewDetails.Medium: ExpressibleByArgument {
    /// The medium as an option has it, with a hyphen, or as JSON has it.
    public init?(argument: String) { self.init(rawValue: argument.replacing("-", with: "_")) }

    /// The media as they are given to an option.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue.replacing("_", with: "-") } }
}
