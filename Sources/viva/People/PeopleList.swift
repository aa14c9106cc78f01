import Archive
import ArgumentParser
import Interview
import Records

/// `viva people list`: the people that fit.
struct PeopleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the people that fit everything given, newest first.",
        discussion: """
            The columns are the number, the name, what the person does, the address and the organization.

            EXAMPLES
              viva people list
              viva people list --role interviewer --organization Initech
              viva people list --search smith
            """)

    @Option(
        help: ArgumentHelp("Only candidates, interviewers, recruiters or admins.", valueName: "role"))
    var role: PersonRole?
    @Option(help: ArgumentHelp("Only of this organization.", valueName: "name"))
    var organization: OrganizationName?
    @Option(help: ArgumentHelp("Only with this in the name or the address.", valueName: "text"))
    var search: String?
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var people: [KeptRecord<Person>]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        var filter = PersonFilter(role: role, text: search)
        if let organization {
            filter.organization = try await archive.organization(organization).number
        }
        let found = try await archive.records.people(filter, page: page.request)
        for row in found.unreadable { common.note("\(row.notice(of: "Person"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    people: found.items, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else {
            return common.note("\(emptiness(filter))")
        }
        try await show(found.items, archive)
        if let place = page.place(of: found) { common.note("\(place)") }
    }

    private func emptiness(_ filter: PersonFilter) -> String {
        if !page.isFirst { return "There are no more people." }
        return filter == PersonFilter()
            ? "Nobody is kept in \(Places.short(archive.folder)). Add somebody: "
                + archive.viva("people add \"Ann Smith\"")
            : "Nobody fits: leave out an option, or see `\(archive.viva("people list"))`."
    }

    private func show(_ people: [KeptRecord<Person>], _ archive: Archive) async throws {
        var rows: [[String]] = []
        for person in people {
            let organization =
                if let number = person.value.organization {
                    try await archive.records.name(ofOrganization: number)
                } else { String?.none }
            rows.append([
                "\(person.number)", person.value.name, person.value.role.rawValue, person.value.email ?? "–",
                organization ?? "–",
            ])
        }
        TableLines(palette: common.palette).print(rows)
    }
}
