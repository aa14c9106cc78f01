import Archive
import ArgumentParser
import Interview
import Records

/// `viva people show`: a person with what is kept about the person.
struct PeopleShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a person: what is known, and how much is kept about the person.",
        discussion: """
            EXAMPLES
              viva people show 1
              viva people show ann@example.org --json
            """)

    @Argument(help: ArgumentHelp("The person's number, id, address or name.", valueName: "person"))
    var person: PersonName
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var person: KeptRecord<Person>
        var organization: String?
        var interviews: Int
        var asked: Int
        var resumes: Int
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let person = try await archive.person(person)
        let holdings = try await archive.records.holdings(.person(.number(person.number)))
        var asking = InterviewFilter()
        asking.interviewer = person.number
        let asked = try await archive.records.interviews(asking, page: .skipping(0, count: 1)).total ?? 0
        let organization: String? =
            if let number = person.value.organization {
                try await archive.records.name(ofOrganization: number)
            } else { nil }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    person: person, organization: organization, interviews: holdings.interviews.count,
                    asked: asked, resumes: holdings.resumes))
        }
        let page = Page(palette: common.palette)
        page.title("Person \(person.number): \(person.value.name)")
        page.figure("Does", person.value.role.rawValue)
        page.figure("Address", person.value.email ?? "–")
        page.figure("Organization", organization ?? "–")
        page.figure("Interviews", "\(holdings.interviews.count)")
        if asked > 0 { page.figure("Asks in", "\(asked)") }
        page.figure("Resumes", "\(holdings.resumes)")
        page.figure("Id", person.value.id)
        if let notes = person.value.notes {
            page.heading("Remarks")
            page.paragraph(notes)
        }
        page.space()
    }
}
