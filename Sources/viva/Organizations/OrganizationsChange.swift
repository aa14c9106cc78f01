import Archive
import ArgumentParser
import Interview
import Records

/// `viva organizations change`: what an organization is called.
struct OrganizationsChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Give an organization another name or remarks; what is not given stays.",
        discussion: """
            An empty text takes the remarks away.

            EXAMPLES
              viva organizations change Initech --name "Initech Ltd."
              viva organizations change 1 --notes "Since 1999."
            """)

    @Argument(help: ArgumentHelp("The organization's number, id or name.", valueName: "organization"))
    var organization: OrganizationName
    @Option(help: ArgumentHelp("What it is called now.", valueName: "name")) var name: String?
    @Option(help: ArgumentHelp("Remarks.", valueName: "text")) var notes: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard name != nil || notes != nil else {
            throw ValidationError("Say what to change: --name or --notes.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let before = try await archive.organization(organization)
        var changed = before.value
        if let name { changed.name = name.inOneLine }
        if let notes { changed.notes = notes }
        changed = try changed.checkedHere()
        try await archive.requireFree(changed)
        let kept = try await archive.records.changeOrganization(.number(before.number)) { [changed] value in
            value = changed
        }
        guard !common.json else { return try JSONOutput.print(kept) }
        common.note("\(kept.value.name) (organization \(kept.number)) is changed.")
    }
}
