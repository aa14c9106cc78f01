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
    @OptionGroup var page: PageOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var resumes: [KeptRecord<Resume>]
        var total: Int?
        var next: String?
        var unreadable: [UnreadableRow]?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let owner: Int64? = if let person { try await archive.person(person).number } else { nil }
        let found = try await archive.records.resumes(person: owner, page: page.request)
        for row in found.unreadable { common.note("\(row.notice(of: "Resume"))") }
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    resumes: found.items, total: found.total, next: found.next,
                    unreadable: found.toldUnreadable))
        }
        guard !found.items.isEmpty || !found.unreadable.isEmpty else {
            guard page.isFirst else { return common.note("There are no more resumes.") }
            return common.note(
                "No resume is kept\(person == nil ? "" : " of this person"): \(archive.viva("resume add resume.pdf"))"
            )
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
        if let place = page.place(of: found) { common.note("\(place)") }
    }
}
