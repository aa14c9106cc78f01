import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records
import Storage

/// `viva templates import`: templates of files.
struct TemplatesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take interview templates from YAML or JSON files, checked first.",
        discussion: """
            Every mistake is told at once, and nothing is kept when there is one. A template with the id of another, or where it
            has none the title, is a mistake, unless --replace puts it into the place of that.

            EXAMPLES
              viva templates import ours.yaml
              viva templates import ours.json --replace
              viva templates export 3 | viva templates import - --format yaml --home /tmp/other
            """)

    @Argument(
        help: ArgumentHelp("Files with templates; - is standard input, with --format.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var files: [String]
    @Option(
        help: ArgumentHelp(
            "How they are written: yaml or json. Left out: what the ending of a file's name says.",
            valueName: "format"))
    var format: QuestionFormat?
    @Flag(help: "Put templates in the place of those of your own with the same id or title.")
    var replace = false
    @OptionGroup var bank: BankOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var added: [Int64]
        var replaced: [Int64]
    }

    func validate() throws {
        guard files.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("Standard input (-) can be read once.")
        }
        guard format != .csv else { throw ValidationError("Templates are written as yaml or json.") }
        for file in files {
            let known = format ?? QuestionFormat(path: file)
            guard known == .yaml || known == .json else {
                throw ValidationError("\(file): Say with --format yaml or json how it is written.")
            }
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        try Questions.checkArePresent(files.filter { $0 != "-" })
        let archive = try await archive.open(common)
        let shelf = try await TemplateShelf.open(
            archive, questions: try bank.read(), isWhole: bank.bank.isEmpty)
        let entries = try InterviewTemplateFile.entries(
            in: try files.map(source), bank: shelf.bank.questions)
        var mistakes: [String] = []
        var wanted: [(template: InterviewTemplate, earlier: KeptTemplate?)] = []
        for entry in entries {
            do {
                let template = try shelf.template(entry)
                do { _ = try template.checked() } catch { mistakes.append("\(entry.place): \(error)") }
                let earlier = try await self.earlier(template, archive)
                if let reason = refusal(earlier, shelf) { mistakes.append("\(entry.place): \(reason)") }
                wanted.append((template, earlier))
            } catch let failure as CommandFailure {
                mistakes.append(failure.description)
            }
        }
        guard mistakes.isEmpty else {
            throw CommandFailure(.badInput, lines: mistakes + ["Nothing was taken: mend what is named."])
        }
        var output = Output(added: [], replaced: [])
        for (template, earlier) in wanted {
            guard let earlier else {
                output.added.append(try await archive.records.keep(template).number)
                continue
            }
            try await archive.records.changeTemplate(.number(earlier.number)) {
                $0 = template.copy(id: $0.id, key: $0.key)
            }
            output.replaced.append(earlier.number)
        }
        guard !common.json else { return try JSONOutput.print(output) }
        let numbers = (output.added + output.replaced).map { "\($0)" }.joined(separator: ", ")
        let count = wanted.count == 1 ? "1 template" : "\(wanted.count) templates"
        let replaced =
            output.replaced.isEmpty ? "" : ", \(output.replaced.count) of them in the place of others"
        Terminal.output.print("\(count) taken\(replaced): \(numbers).")
    }

    private func source(_ file: String) throws -> QuestionSource {
        guard file == "-" else {
            return QuestionSource(name: file, format: format ?? QuestionFormat(path: file) ?? .yaml)
        }
        let bytes = try StandardInput.readAll(limitBytes: QuestionBankFile.limitBytes)
        return QuestionSource(name: "standard input", format: format ?? .yaml, content: Data(bytes))
    }

    /// The template in whose place one would be put.
    private func earlier(_ template: InterviewTemplate, _ archive: Archive) async throws -> KeptTemplate? {
        var filter = TemplateFilter()
        guard template.key == nil else {
            filter.key = template.key
            return try await archive.records.templates(filter, page: .first(1)).items.first
        }
        filter.text = template.title
        return try await archive.records.templates(filter, page: .first(PageRequest.limit)).items.first {
            $0.template.key == nil && $0.template.title.lowercased() == template.title.lowercased()
        }
    }

    /// Why a template cannot be taken in the place of another; `nil` when it can.
    private func refusal(_ earlier: KeptTemplate?, _ shelf: TemplateShelf) -> String? {
        guard let earlier else { return nil }
        if shelf.isShipped(earlier.template) {
            return "The id is that of a template that comes with Viva: choose another, or none."
        }
        guard !replace else { return nil }
        return
            "Template \(earlier.number) has this \(earlier.template.key == nil ? "title" : "id"): choose another, or give --replace to "
            + "put this one into its place."
    }
}
