import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva people add`: a new person.
struct PeopleAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a person.",
        discussion: """
            An address belongs to one person of an organization. An organization that is not known yet is added too.

            EXAMPLES
              viva people add "Ann Smith"
              viva people add "Ann Smith" --email ann@example.org --organization Initech
              viva people add "Bob Jones" --role interviewer
            """)

    @Argument(help: ArgumentHelp("What the person is called.", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("Where mail reaches the person.", valueName: "address")) var email: String?
    @Option(
        help: ArgumentHelp(
            "What the person does: candidate, interviewer, recruiter or admin.", valueName: "role"))
    var role: PersonRole = .candidate
    @Option(help: ArgumentHelp("The organization, by its name or number.", valueName: "name"))
    var organization: OrganizationName?
    @Option(help: ArgumentHelp("Remarks.", valueName: "text")) var notes: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        // What is wrong is told before an organization is made for it.
        var person = try Person(
            id: UUID().uuidString.lowercased(), name: name.inOneLine, email: email, role: role, notes: notes
        ).checkedHere()
        if let organization {
            person.organization = try await archive.organization(orNew: organization, common).number
        }
        let kept = try await archive.records.keep(person)
        guard !common.json else { return try JSONOutput.print(kept) }
        common.note("\(kept.value.name) is person \(kept.number).")
    }
}

extension String {
    /// The same with one blank between its words, as names are looked up.
    var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension Person {
    /// The same as it can be kept.
    ///
    /// - Throws: `CommandFailure` that says what to do.
    func checkedHere() throws -> Person {
        do { return try checked() } catch { throw CommandFailure(.usage, "\(error)") }
    }
}
