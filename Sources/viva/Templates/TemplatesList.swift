import Archive
import ArgumentParser
import Interview
import Records

/// `viva templates list`: the templates that fit.
struct TemplatesList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the interview templates that fit everything given, newest first.",
        discussion: """
            The columns are the number, the title, the kind of questions, the level, how many questions, the time, how many
            interviews were made from it and the mean score of those that are completed. A short name at the end is that of a
            template that comes with Viva.

            EXAMPLES
              viva templates list
              viva templates list --kind behavioural --level senior
              viva templates list --role "Backend Developer" --json | jq '.templates[].title'
            """)

    @Option(
        help: ArgumentHelp(
            "Only of this kind: technical, behavioural, mixed, job, hr, case, coding or system-design.",
            valueName: "kind"))
    var kind: QuestionPreferences.Mix?
    @Option(help: ArgumentHelp("Only at this level: junior, mid, senior or expert.", valueName: "level"))
    var level: QuestionLevel?
    @Option(help: ArgumentHelp("Only for this job, or for any.", valueName: "job")) var role: String?
    @Option(help: ArgumentHelp("Only with this label.", valueName: "label")) var tag: String?
    @Option(help: ArgumentHelp("Only with this in the title or the description.", valueName: "text"))
    var text: String?
    @Flag(help: "Only those that may be used.") var active = false
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var templates: [TemplateItem]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let shelf = try await TemplateShelf.open(try await archive.open(common))
        var filter = TemplateFilter()
        filter.kind = kind
        filter.level = level
        filter.role = role
        filter.tag = tag
        filter.text = text
        if active { filter.isActive = true }
        let found = try await shelf.archive.records.templates(filter, page: page.request)
        let items = found.items.map { TemplateItem($0, isShipped: shelf.isShipped($0.template)) }
        for row in found.unreadable { common.note("\(row.notice(of: "Template"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    templates: items, total: found.total, next: found.next, unreadable: found.toldUnreadable))
        }
        guard !items.isEmpty || !found.unreadable.isEmpty else {
            guard page.isFirst else { return common.note("There are no more templates.") }
            return common.note(
                "No template fits: leave out an option, or make one with `\(shelf.archive.viva("templates create"))`."
            )
        }
        TemplateView(palette: common.palette).list(items)
        if let place = page.place(of: found) { common.note("\(place)") }
    }
}
