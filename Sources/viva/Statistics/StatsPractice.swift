import Archive
public import ArgumentParser
public import Interview
import Records

/// `viva stats practice`: how often was practised.
struct StatsPractice: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "How often was practised, by day, week or month, and days in a row.",
        discussion: """
            Counts interviews in which something was answered. Days are those of this machine's clock, or of --time-zone; weeks begin
            on Monday. In the JSON, periods without practice are left out.

            EXAMPLES
              viva stats practice
              viva stats practice --by day --count 30 --time-zone Europe/Berlin
            """)

    @Option(help: ArgumentHelp("Count by day, week or month.", valueName: "unit")) var by = PracticeFrequency
        .Unit.week
    @Option(
        help: ArgumentHelp(
            "How many of them to show, up to now, 1 to 366. Left out: 14 days, 13 weeks or 12 months.",
            valueName: "count"))
    var count: Int?
    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var practice: PracticeFrequency
        var streaks: PracticeStreaks
    }

    func validate() throws {
        if let count, !(1...366).contains(count) {
            throw ValidationError("--count \(count) is outside 1 to 366.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let filter = try await filters.filter(in: archive)
        let practice = try await archive.records.practiceFrequency(
            of: filter, by: by, in: zone.zone)
        let streaks = try await archive.records.practiceStreaks(of: filter, in: zone.zone)
        guard !common.json else { return try JSONOutput.print(Output(practice: practice, streaks: streaks)) }
        if try await InterviewFilterOptions.isTooNarrow(filter, in: archive) {
            return common.note("\(InterviewFilterOptions.emptiness(filter, in: archive))")
        }
        let page = Page(palette: common.palette)
        PracticeView(page: page, zone: zone).show(practice, streaks, count: count ?? PracticeView.usual(by))
        page.space()
    }
}

extension PracticeFrequency.Unit: ExpressibleByArgument {}
