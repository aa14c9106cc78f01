import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats scores`: the scores of every interview over time.
struct StatsScores: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scores",
        abstract: "The scores of the last completed interviews, one by one, and where they go.",
        discussion: """
            The columns are the interview's number, when it was held, its score and that of each side: relevance, completeness, clarity,
            technical accuracy and communication.

            EXAMPLES
              viva stats scores
              viva stats scores --person Ada --limit 20
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var most: MostOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var evolution: [ScorePoint]
        var trend: Trend?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let filter = try await filters.filter(in: archive)
        let points = try await archive.records.scoreEvolution(of: filter, limit: most.limit)
        let trend = try await archive.records.statistics(of: filter).trend
        guard !common.json else { return try JSONOutput.print(Output(evolution: points, trend: trend)) }
        guard !points.isEmpty else {
            return common.note(
                "No completed interview that fits has a score: `\(archive.viva("stats"))` shows what there is."
            )
        }
        let page = Page(palette: common.palette)
        page.title("Scores")
        ScoreEvolutionView(page: page, zone: zone.zone).show(points, trend: trend)
        page.space()
    }
}
