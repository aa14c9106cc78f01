import Archive
import ArgumentParser
import Interview
import Records

/// `viva people change`: what is known of a person.
struct PeopleChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change what is known of a person; what is not given stays.",
        discussion: """
            An empty text takes an address, an organization or the remarks away.

            EXAMPLES
              viva people change "Ann Smith" --name "Ann Miller"
              viva people change 1 --email ann@example.org --organization Initech
              viva people change 1 --organization ""
            """)

    @Argument(help: ArgumentHelp("The person's number, id, address or name.", valueName: "person"))
    var person: PersonName
    @Option(help: ArgumentHelp("What the person is called now.", valueName: "name")) var name: String?
    @Option(help: ArgumentHelp("Where mail reaches the person.", valueName: "address")) var email: String?
    @Option(
        help: ArgumentHelp(
            "What the person does: candidate, interviewer, recruiter or admin.", valueName: "role"))
    var role: PersonRole?
    @Option(help: ArgumentHelp("The organization, by its name or number.", valueName: "name"))
    var organization: String?
    @Option(help: ArgumentHelp("Remarks.", valueName: "text")) var notes: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard name != nil || email != nil || role != nil || organization != nil || notes != nil else {
            throw ValidationError(
                "Say what to change: --name, --email, --role, --organization or --notes.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let before = try await archive.person(person)
        var changed = before.value
        if let name { changed.name = name.inOneLine }
        if let email { changed.email = email.isEmpty ? nil : email }
        if let role { changed.role = role }
        if let notes { changed.notes = notes }
        changed = try changed.checkedHere()
        if let organization {
            let name = OrganizationName(argument: organization)
            changed.organization =
                if let name { try await archive.organization(orNew: name, common).number } else { nil }
        }
        let kept = try await archive.records.changePerson(.number(before.number)) { [changed] person in
            person = changed
        }
        guard !common.json else { return try JSONOutput.print(kept) }
        common.note("\(kept.value.name) (person \(kept.number)) is changed.")
    }
}
