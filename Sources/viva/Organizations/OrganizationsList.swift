import Archive
import ArgumentParser
import Interview
import Records

/// `viva organizations list`: the organizations that fit.
struct OrganizationsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the organizations that fit everything given, newest first.",
        discussion: """
            The columns are the number, the name, how many people and how many interviews belong to it.

            EXAMPLES
              viva organizations list
              viva organizations list --search school
            """)

    @Option(help: ArgumentHelp("Only with this in the name.", valueName: "text")) var search: String?
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var organizations: [KeptRecord<Organization>]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let found = try await archive.records.organizations(text: search, page: page.request)
        for row in found.unreadable { common.note("\(row.notice(of: "Organization"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    organizations: found.items, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else { return common.note("\(emptiness)") }
        var rows: [[String]] = []
        for organization in found.items {
            let extent = try await archive.records.extent(ofOrganization: organization.number)
            rows.append([
                "\(organization.number)", organization.value.name,
                extent.people == 1 ? "1 person" : "\(extent.people) people",
                CountText.of(extent.interviews, "interview"),
            ])
        }
        TableLines(palette: common.palette).print(rows)
        if let place = page.place(of: found) { common.note("\(place)") }
    }

    private var emptiness: String {
        if !page.isFirst { return "There are no more organizations." }
        return search == nil
            ? "No organization is kept in \(Places.short(archive.folder)). Add one: "
                + archive.viva("organizations add Initech")
            : "No organization fits: leave out --search, or see `\(archive.viva("organizations list"))`."
    }
}
