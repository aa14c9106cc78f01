import Archive
import ArgumentParser
import Interview
import Records

/// `viva stats templates`: how much templates are used.
struct StatsTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "How much the interview templates are used, and how those interviews went.",
        discussion: """
            EXAMPLES
              viva stats templates
              viva stats templates --organization Initech --json
            """)

    @OptionGroup var filters: InterviewFilterOptions
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var templates: [TemplateUsage]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let templates = try await archive.records.templateUsage(of: filters.filter(in: archive))
        guard !common.json else { return try JSONOutput.print(Output(templates: templates)) }
        guard !templates.isEmpty else {
            return common.note("No interview that fits was made from a template.")
        }
        let palette = common.palette
        let rows = templates.map { template -> [ColumnTable.Cell] in
            [
                .init("\(template.template)", style: palette.bold),
                .init(template.title, most: SessionLines.longestTitle), .init("\(template.interviews)"),
                .init("\(template.completed)"), .init(score: template.meanOverall, palette),
                .init(Moment.text(template.lastUsed, in: zone.zone)),
            ]
        }
        let table = ColumnTable(
            titles: ["", "template", "interviews", "completed", "mean", "last"], right: [0, 2, 3, 4],
            rows: rows)
        for line in table.lines(palette) { Terminal.output.print(line) }
    }
}
