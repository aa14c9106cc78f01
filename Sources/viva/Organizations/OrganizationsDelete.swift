import Archive
import ArgumentParser
import Interview
import Records

/// `viva organizations delete`: an organization, whose people and interviews stay.
struct OrganizationsDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract:
            "Delete an organization with its question banks and templates; its people and interviews stay.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. People and interviews then belong to no organization.

            EXAMPLES
              viva organizations delete Initech
              viva organizations delete 1 --yes
            """)

    @Argument(help: ArgumentHelp("The organization's number, id or name.", valueName: "organization"))
    var organization: OrganizationName
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var deleted: Int64
        /// What belonged to it.
        var extent: OrganizationExtent
    }

    func run() async throws {
        let archive = try await archive.open(common)
        let organization = try await archive.organization(organization)
        let name = organization.value.name
        let extent = try await archive.records.extent(ofOrganization: organization.number)
        let going = CountText.list([
            CountText.of(extent.banks, "question bank"), CountText.of(extent.templates, "template"),
            CountText.of(extent.accounts, "account"),
        ])
        let staying = CountText.list([
            extent.people == 1 ? "1 person" : "\(extent.people) people",
            CountText.of(extent.interviews, "interview"),
        ])
        try Confirmation.require(
            "Delete \(name) (organization \(organization.number)) with \(going)? What stays, without an organization: \(staying).",
            isGiven: yes)
        try await archive.records.deleteOrganization(.number(organization.number))
        try await archive.scrub(telling: common)
        await archive.close()
        guard !common.json else {
            return try JSONOutput.print(Output(deleted: organization.number, extent: extent))
        }
        common.note("\(name) is deleted with \(going). What stays, without an organization: \(staying).")
    }
}
