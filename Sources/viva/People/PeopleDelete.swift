import Archive
import ArgumentParser
import Interview
import Records

/// `viva people delete`: a person, whose interviews stay.
struct PeopleDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a person with the resumes; the interviews stay and are nobody's.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. `viva erase --person` deletes the interviews as well.

            EXAMPLES
              viva people delete "Ann Smith"
              viva people delete 1 --yes
            """)

    @Argument(help: ArgumentHelp("The person's number, id, address or name.", valueName: "person"))
    var person: PersonName
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var deleted: Int64
        var interviews: Int
        var resumes: Int
    }

    func run() async throws {
        let archive = try await archive.open(common)
        let person = try await archive.person(person)
        let holdings = try await archive.records.holdings(.person(.number(person.number)))
        let interviews = CountText.of(holdings.interviews.count, "interview")
        let resumes = CountText.of(holdings.resumes, "resume")
        try Confirmation.require(
            "Delete \(person.value.name) (person \(person.number)) with \(resumes)? What was held, \(interviews), will stay and be nobody's.",
            isGiven: yes)
        try await archive.deletePerson(.number(person.number))
        try await archive.scrub(telling: common)
        await archive.close()
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    deleted: person.number, interviews: holdings.interviews.count, resumes: holdings.resumes))
        }
        common.note("\(person.value.name) is deleted with \(resumes).")
        if !holdings.interviews.isEmpty {
            common.note("What was held stays and is nobody's now: \(interviews).")
        }
    }
}
