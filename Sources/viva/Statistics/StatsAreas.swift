import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats areas`: what answers score lowest in.
struct StatsAreas: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "What answers score lowest in, and what to practise next.",
        discussion: """
            The sides of the answers, the subjects of the questions and the skills of the interviews. A subject or skill needs two
            scores before anything is said of it; below 70 on average it is weak. Follow-ups do not count.

            EXAMPLES
              viva stats areas
              viva stats areas --person Ada --json | jq -r '.practiseNext[].command'
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var weakAreas: WeakAreas
        var practiseNext: [PracticeSuggestion]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let filter = try await filters.filter(in: archive)
        let areas = try await archive.records.weakAreas(of: filter)
        let suggestions = try PracticeSuggestion.all(
            for: areas, role: filters.role, person: filters.person, home: archive.home)
        guard !common.json else {
            return try JSONOutput.print(Output(weakAreas: areas, practiseNext: suggestions))
        }
        if try await InterviewFilterOptions.isTooNarrow(filter, in: archive) {
            return common.note("\(InterviewFilterOptions.emptiness(filter, in: archive))")
        }
        let page = Page(palette: common.palette)
        page.title("Areas")
        WeakAreasView(page: page, archive: archive).show(areas, suggestions, isShort: false)
        page.space()
    }
}
