import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats interviewers`: the interviews of each interviewer.
struct StatsInterviewers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interviewers",
        abstract: "The interviews of each interviewer: how many, how they ended, and their scores.",
        discussion: """
            EXAMPLES
              viva stats interviewers
              viva stats interviewers --since 2026-11-01 --json
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var interviewers: [InterviewerStatistics]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let found = try await archive.records.interviewerStatistics(of: filters.filter(in: archive))
        guard !common.json else { return try JSONOutput.print(Output(interviewers: found)) }
        guard !found.isEmpty else { return common.note("No interview that fits has an interviewer.") }
        let palette = common.palette
        let rows = found.map { one -> [ColumnTable.Cell] in
            [
                .init("\(one.interviewer)", style: palette.bold),
                .init(one.name, most: SessionLines.longestTitle),
                .init("\(one.interviews)"), .init("\(one.held)"),
                .init(one.completedShare.map { "\(TextLayout.number($0 * 100)) %" } ?? "–"),
                .init("\(one.noShows)"), .init(score: one.meanOverall, palette),
            ]
        }
        let table = ColumnTable(
            titles: ["", "interviewer", "interviews", "held", "completed", "no shows", "mean"],
            right: [0, 2, 3, 4, 5, 6], rows: rows)
        for line in table.lines(palette) { Terminal.output.print(line) }
    }
}
