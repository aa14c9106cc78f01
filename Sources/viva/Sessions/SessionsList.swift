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
              viva sessions list --person Ada --skill sql --until 2026-11-30
              viva sessions list --person "Ann Smith"
              viva sessions list --state completed --state abandoned --limit 50 --page 2
              viva sessions list --json | jq -r '.interviews[].number'
            """)

    @Option(
        help: ArgumentHelp(
            "Only in this state: scheduled, in-progress, completed, cancelled, abandoned or no-show; may be given several times.",
            valueName: "state"))
    var state: [InterviewState] = []
    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var interviews: [InterviewListing]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        var filter = try await filters.filter(in: archive)
        filter.states = Set(state)
        let found = try await archive.records.interviews(filter, page: page.request)
        for row in found.unreadable { common.note("\(row.notice(in: archive))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    interviews: found.items, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else {
            return common.note("\(emptiness(filter, archive))")
        }
        SessionLines(palette: common.palette).print(found.items)
        if let place = page.place(of: found) { common.note("\(place)") }
    }

    /// What to do where nothing is to be shown.
    private func emptiness(_ filter: InterviewFilter, _ archive: Archive) -> String {
        page.isFirst
            ? InterviewFilterOptions.emptiness(filter, in: archive) : "There are no more interviews."
    }
}
