import Archive
import ArgumentParser
import Documents
import Interview
import Records
import Service

/// `viva resume add`: a resume to be kept.
struct ResumeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read a resume (text, PDF or image), show what it names, and keep it with its file.",
        discussion: """
            The same file is kept once for a person; a kept copy that is gone or damaged is replaced. Nothing leaves the machine.

            EXAMPLES
              viva resume add resume.pdf
              viva resume add scan.png --person "Ann Smith"
              viva resume add - < resume.txt
            """)

    @Argument(
        help: ArgumentHelp("The file; - is standard input.", valueName: "file"), completion: .file())
    var file: String
    @Option(help: ArgumentHelp("Whose it is, by number, id, address or name.", valueName: "person"))
    var person: PersonName?
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let reader = DocumentReader()
        let isStandardInput = file == "-"
        let bytes =
            isStandardInput
            ? try StandardInput.readAll(limitBytes: reader.limits.bytes) : try reader.bytes(of: file)
        let document = try await reader.read(bytes, name: isStandardInput ? "standard input" : file)
        for warning in document.warnings { common.note("\(warning)") }
        let archive = try await archive.open(common)
        let owner: KeptRecord<Person>? = if let person { try await archive.person(person) } else { nil }
        let bank = try Questions.load()
        let intake = ResumeIntake(
            archive: archive, roles: RoleFinder(questions: bank.questions),
            catalogue: try ChosenPreferences.catalogue(of: bank))
        let (kept, outcome) = try await intake.keep(
            document, content: bytes, name: isStandardInput ? "standard input" : file, of: owner)
        switch outcome {
        case .kept: common.note("\(kept.value.fileName) is kept as resume \(kept.number).")
        case .wasThere: common.note("This file is kept already, as resume \(kept.number).")
        case .restored:
            common.note(
                "Resume \(kept.number) is of this file and had no sound copy of it: the file is kept now.")
        }
        try show(kept, owner)
    }

    private func show(_ resume: KeptRecord<Resume>, _ owner: KeptRecord<Person>?) throws {
        guard !common.json else { return try JSONOutput.print(resume) }
        ResumeView(page: Page(palette: common.palette)).show(resume, owner: owner?.value.name)
    }
}
