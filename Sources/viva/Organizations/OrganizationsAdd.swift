import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva organizations add`: a new organization.
struct OrganizationsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an organization.",
        discussion: """
            A name belongs to one organization, whatever the case of its letters.

            EXAMPLES
              viva organizations add Initech
              viva organizations add "Backend School" --notes "The course of this autumn."
            """)

    @Argument(help: ArgumentHelp("What the organization is called.", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("Remarks.", valueName: "text")) var notes: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let organization = try Organization(
            id: UUID().uuidString.lowercased(), name: name.inOneLine, notes: notes
        ).checkedHere()
        try await archive.requireFree(organization)
        let kept = try await archive.records.keep(organization)
        guard !common.json else { return try JSONOutput.print(kept) }
        common.note("\(kept.value.name) is organization \(kept.number).")
    }
}

extension Organization {
    /// The same as it can be kept.
    ///
    /// - Throws: `CommandFailure` that says what to do.
    func checkedHere() throws -> Organization {
        do { return try checked() } catch { throw CommandFailure(.usage, "\(error)") }
    }
}
