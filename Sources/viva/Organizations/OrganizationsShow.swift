import Archive
import ArgumentParser
import Interview
import Records

/// `viva organizations show`: an organization with what belongs to it.
struct OrganizationsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an organization: what is known, and how much belongs to it.",
        discussion: """
            EXAMPLES
              viva organizations show Initech
              viva organizations show 1 --json
            """)

    @Argument(help: ArgumentHelp("The organization's number, id or name.", valueName: "organization"))
    var organization: OrganizationName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var organization: KeptRecord<Organization>
        var extent: OrganizationExtent
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let organization = try await archive.organization(organization)
        let extent = try await archive.records.extent(ofOrganization: organization.number)
        guard !common.json else {
            return try JSONOutput.print(Output(organization: organization, extent: extent))
        }
        let page = Page(palette: common.palette)
        page.title("Organization \(organization.number): \(organization.value.name)")
        page.figure("People", "\(extent.people)")
        page.figure("Interviews", "\(extent.interviews)")
        if extent.banks > 0 { page.figure("Question banks", "\(extent.banks)") }
        if extent.templates > 0 { page.figure("Templates", "\(extent.templates)") }
        page.figure("Id", organization.value.id)
        if let notes = organization.value.notes {
            page.heading("Remarks")
            page.paragraph(notes)
        }
        page.space()
    }
}
