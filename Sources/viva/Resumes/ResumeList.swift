import Archive
import ArgumentParser
import Interview
import Records

/// `viva resume list`: the resumes that are kept.
struct ResumeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the resumes that are kept, newest first.",
        discussion: """
            The columns are the number, when it was kept, the file, whose it is, the role and the level.

            EXAMPLES
              viva resume list
              viva resume list --person "Ann Smith"
            """)

    @Option(help: ArgumentHelp("Only of this person, by number, id, address or name.", valueName: "person"))
    var person: PersonName?
    @Option(help: ArgumentHelp("How many to list, 1 to \(PageRequest.limit).", valueName: "count"))
    var limit = 50
    @Option(
        help: ArgumentHelp(
            "Go on behind the page before, which names this place at its end.", valueName: "place"))
    var after: String?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var resumes: [KeptRecord<Resume>]
        var next: String?
    }

    func validate() throws {
        guard (1...PageRequest.limit).contains(limit) else {
            throw ValidationError("--limit \(limit) is outside 1 to \(PageRequest.limit).")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let owner: Int64? = if let person { try await archive.person(person).number } else { nil }
        let found = try await archive.records.resumes(person: owner, page: .after(after, count: limit))
        guard !common.json else {
            return try JSONOutput.print(Output(resumes: found.items, next: found.next))
        }
        guard !found.items.isEmpty else {
            return common.note(
                "No resume is kept\(person == nil ? "" : " of this person"): viva resume add resume.pdf")
        }
        var rows: [[String]] = []
        for resume in found.items {
            let owner = try await archive.owner(of: resume.value)?.value.name
            let profile = resume.value.profile
            rows.append([
                "\(resume.number)", Moment.text(resume.createdAt), resume.value.fileName, owner ?? "–",
                profile.role ?? "–", profile.level?.rawValue ?? "–",
            ])
        }
        TableLines(palette: common.palette).print(rows)
        if let next = found.next { common.note("There are more: add --after \(next)") }
    }
}
