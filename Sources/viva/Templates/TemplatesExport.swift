import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records
import Storage

/// `viva templates export`: templates as a file that `import` reads back.
struct TemplatesExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write interview templates as YAML or JSON; import reads them back.",
        discussion: """
            Questions that come with Viva are written as their ids, those that a template brings itself in full. How often a template was
            used and how it went stays here.

            EXAMPLES
              viva templates export > ours.yaml
              viva templates export 3 "Second talk" --output ours.json
            """)

    @Argument(
        help: ArgumentHelp(
            "The templates' numbers, short names or titles. Left out: all of your own.", valueName: "template"
        ))
    var templates: [TemplateName] = []
    @Option(
        help: ArgumentHelp(
            "How to write them: yaml or json. Left out: what the name of --output says, else yaml.",
            valueName: "format"))
    var format: QuestionFormat?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write. Left out, or -: standard output.", valueName: "file"),
        completion: .file())
    var output: String?
    @Flag(help: "Replace the file when it is there.") var overwrite = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var path: String
        var templates: Int
    }

    /// The file to write; `nil` for standard output.
    private var file: String? { output == "-" ? nil : output }

    func validate() throws {
        guard !overwrite || file != nil else { throw ValidationError("--overwrite goes with --output.") }
        guard chosen != .csv else { throw ValidationError("Templates are written as yaml or json.") }
        guard !common.json || file != nil || format ?? .json == .json else {
            throw ValidationError("--json and --format yaml exclude each other without --output.")
        }
    }

    private var chosen: QuestionFormat {
        format ?? file.flatMap(QuestionFormat.init(path:)) ?? (common.json && file == nil ? .json : .yaml)
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let shelf = try await TemplateShelf.open(try await archive.open(common))
        let found = try await wanted(shelf)
        guard !found.isEmpty else {
            throw CommandFailure(
                .failure,
                "There is no template of your own, so nothing was written: name one that comes with Viva, or make one with "
                    + "`\(shelf.archive.viva("templates create"))`.")
        }
        let text = try InterviewTemplateWriter.text(
            of: found.map { $0.entry(in: shelf.bank) }, format: chosen)
        guard let output = file else { return Terminal.output.print(document: String(text.dropLast())) }
        guard overwrite || !FileManager.default.fileExists(atPath: output) else {
            throw CommandFailure(
                .cannotWrite, "\(output) is there already: give another name, or --overwrite to replace it.")
        }
        try QuestionBankFile.write(text, to: output)
        guard !common.json else {
            return try JSONOutput.print(Output(path: output, templates: found.count))
        }
        let count = found.count == 1 ? "1 template" : "\(found.count) templates"
        common.note("\(count) written to \(Places.short(output))")
    }

    private func wanted(_ shelf: TemplateShelf) async throws -> [InterviewTemplate] {
        var found: [InterviewTemplate] = []
        for template in templates { found.append(try await shelf.archive.template(template).template) }
        guard templates.isEmpty else { return found }
        var place: String?
        repeat {
            let page = try await shelf.archive.records.templates(
                page: .after(place, count: PageRequest.limit))
            found += page.items.map(\.template).filter { !shelf.isShipped($0) }
            place = page.next
        } while place != nil
        return found.reversed()
    }
}

extension InterviewTemplate {
    /// The template as it stands in a file; a question that reads as the bank has it is its id.
    fileprivate func entry(in bank: QuestionBank) -> InterviewTemplateEntry {
        let questions: InterviewTemplateEntry.Questions =
            switch questions {
            case .chosen(let count): .chosen(count)
            case .own(let questions): .listed(questions.map { bank[$0.id] == $0 ? .ofBank($0.id) : .own($0) })
            case .ofBank(_, let ids): .listed(ids.map { .ofBank($0) })
            }
        return InterviewTemplateEntry(
            key: key, title: title, summary: summary, kind: kind, level: level, role: role,
            minutes: durationMinutes, skills: skillNames, tags: tags, questions: questions)
    }
}
