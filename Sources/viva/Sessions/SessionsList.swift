import Archive
import ArgumentParser
import Evaluation
import FoundationEssentials
import Interview
import Records

/// `viva sessions list`: the interviews that fit.
struct SessionsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the interviews that fit everything given, newest first.",
        discussion: """
            The columns are the number, when it was held or is to be, its title or role, the kind of questions, its state, how many
            questions are answered of how many planned, the score of 0 to 100 and its label.

            EXAMPLES
              viva sessions list
              viva sessions list --state completed --role "Data Analyst" --since 2026-11-01
              viva sessions list --person "Ann Smith"
              viva sessions list --state completed --state abandoned --limit 50 --page 2
              viva sessions list --json | jq -r '.interviews[].number'
            """)

    @Option(
        help: ArgumentHelp(
            "Only in this state: scheduled, in-progress, completed, cancelled, abandoned or no-show; may be given several times.",
            valueName: "state"))
    var state: [InterviewState] = []
    @Option(
        help: ArgumentHelp(
            "Only of this kind: technical, behavioural, mixed, job, hr, case, coding or system-design; may be given several times.",
            valueName: "kind"))
    var kind: [QuestionPreferences.Mix] = []
    @Option(help: ArgumentHelp("Only for this job, for example \"Backend Developer\".", valueName: "job"))
    var role: String?
    @Option(
        help: ArgumentHelp("Only beginning at this level: junior, mid, senior or expert.", valueName: "level")
    )
    var level: QuestionLevel?
    @Option(
        help: ArgumentHelp(
            "Only held on this day or later: 2026-11-01, or a time such as 2026-11-01T09:00:00Z.",
            valueName: "date"))
    var since: Moment?
    @Option(
        help: ArgumentHelp(
            "Only those in which this person answers or asks, by number, id, address or name.",
            valueName: "person"))
    var person: PersonName?
    @Option(help: ArgumentHelp("How many to list, 1 to \(PageRequest.limit).", valueName: "count"))
    var limit = 20
    @Option(
        help: ArgumentHelp(
            "Which page of so many, counted from 1; the JSON has the total then.", valueName: "number"))
    var page: Int?
    @Option(
        help: ArgumentHelp(
            "Go on behind the page before, which names this place at its end.", valueName: "place"))
    var after: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var interviews: [InterviewListing]
        var total: Int?
        var next: String?
    }

    func validate() throws {
        guard (1...PageRequest.limit).contains(limit) else {
            throw ValidationError("--limit \(limit) is outside 1 to \(PageRequest.limit).")
        }
        guard page == nil || after == nil else {
            throw ValidationError("--page and --after exclude each other.")
        }
        if let page, !(1...Self.mostPages).contains(page) {
            throw ValidationError("--page \(page) is outside 1 to \(Self.mostPages).")
        }
    }

    private static let mostPages = 1_000_000

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let request: PageRequest =
            page.map { .skipping(($0 - 1) * limit, count: limit) } ?? .after(after, count: limit)
        var filter = filter
        if let person { filter.person = try await archive.person(person).number }
        let found = try await archive.records.interviews(filter, page: request)
        guard !common.json else {
            return try JSONOutput.print(Output(interviews: found.items, total: found.total, next: found.next))
        }
        guard !found.items.isEmpty else { return common.note("\(emptiness(filter))") }
        SessionLines(palette: common.palette).print(found.items)
        if let total = found.total {
            let first = ((page ?? 1) - 1) * limit + 1
            common.note("\(first) to \(first + found.items.count - 1) of \(total)")
        } else if let next = found.next {
            common.note("There are more: add --after \(next)")
        }
    }

    private var filter: InterviewFilter {
        var filter = InterviewFilter()
        filter.states = Set(state)
        filter.kinds = Set(kind)
        filter.role = role
        filter.level = level
        filter.from = since?.date
        return filter
    }

    /// What to do where nothing is to be shown.
    private func emptiness(_ filter: InterviewFilter) -> String {
        if filter != InterviewFilter() {
            return "No interview fits: leave out an option, or see `viva sessions list`."
        }
        if page ?? 1 > 1 || after != nil { return "There are no more interviews." }
        return
            "No interview is kept in \(Places.short(archive.folder)). Begin one: viva practice --microphone"
    }
}
