import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva stats`: everything in short.
struct StatsOverview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overview",
        abstract: "Everything in short: totals, scores, where they go, what to practise next.",
        discussion: """
            EXAMPLES
              viva stats
              viva stats --person Ada --until 2026-11-30
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var statistics: InterviewStatistics
        var completedShare: Double?
        var evolution: [ScorePoint]
        var delivery: DeliveryEvolution
        var weakAreas: WeakAreas
        var practiseNext: [PracticeSuggestion]
        var practice: PracticeFrequency
        var streaks: PracticeStreaks
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let filter = try await filters.filter(in: archive)
        let records = archive.records
        let statistics = try await records.statistics(of: filter)
        guard statistics.interviews > 0 || common.json else {
            return common.note("\(InterviewFilterOptions.emptiness(filter, in: archive))")
        }
        let evolution = try await records.scoreEvolution(of: filter)
        let delivery = try await records.deliveryEvolution(of: filter)
        let areas = try await records.weakAreas(of: filter)
        let suggestions = try PracticeSuggestion.all(
            for: areas, role: filters.role, person: filters.person, home: archive.home)
        let practice = try await records.practiceFrequency(of: filter, by: .week, in: zone.zone)
        let streaks = try await records.practiceStreaks(of: filter, in: zone.zone)
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    statistics: statistics, completedShare: statistics.completedShare, evolution: evolution,
                    delivery: delivery, weakAreas: areas, practiseNext: suggestions, practice: practice,
                    streaks: streaks))
        }
        let page = Page(palette: common.palette)
        StatisticsView(page: page).show(statistics, filters.given)
        ScoreEvolutionView(page: page, zone: zone.zone).showShort(evolution, trend: statistics.trend)
        DeliveryEvolutionView(page: page, zone: zone.zone).showShort(delivery)
        WeakAreasView(page: page, archive: archive).show(areas, suggestions, isShort: true)
        PracticeView(page: page, zone: zone).show(practice, streaks, count: PracticeView.usual(.week))
        page.space()
    }
}
