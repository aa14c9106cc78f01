import Archive
public import ArgumentParser
import FoundationEssentials
import Interview
public import PDF
import Recognition
import Records
import Reports
import Storage
import Vocabulary

/// `viva report`: an interview as a document.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of an interview as PDF, HTML, Markdown or JSON.",
        discussion: """
            The interview is named by its number or its id. Without --output the
            report is written into the current folder as interview-NUMBER.pdf (or
            .html, .md, .json). Several formats have commas between them; --output is
            then the folder they are written into. A file that is there is replaced
            only with --overwrite.

            EXAMPLES
              viva report 7
              viva report 7 --format pdf,html --output reports/
              viva report 7 --output report.html
              viva report 7 --format json --output - | jq .result.overall
            """)

    @Argument(help: ArgumentHelp("The number or the id of the interview.", valueName: "interview"))
    var interview: String
    @Option(
        help: ArgumentHelp(
            "How to write it: pdf, html, markdown or json, several with commas between. Left out: what the name of --output "
                + "says, else pdf.", valueName: "formats"))
    var format: ReportFormatList?
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write, or the folder to write into; - is standard output, with one format.",
            valueName: "file"), completion: .file())
    var output: String?
    @Option(
        help: ArgumentHelp("The sheet of a PDF: a4 or letter. Left out: a4.", valueName: "paper"))
    var paper: Paper?
    @Flag(help: "Replace files that are there.") var overwrite = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    /// What was done, as JSON.
    private struct Output: Encodable {
        struct File: Encodable {
            var format: ReportFormat
            var path: String
            var bytes: Int
            /// The pages of a PDF.
            var pages: Int?
        }

        var number: Int64
        var interviewID: String
        var files: [File]
        /// What to know about them, as sentences.
        var notices: [String]
    }

    /// A report in one format, in memory.
    private struct Document {
        var format: ReportFormat
        var bytes: [UInt8]
        var pages: Int?
        var notices: [String] = []
    }

    private var formats: [ReportFormat] {
        format?.formats ?? [output.flatMap(ReportFormat.init(path:)) ?? .pdf]
    }

    private var isStandardOutput: Bool { output == "-" }

    func validate() throws {
        guard !interview.isEmpty else { throw ValidationError("Name the interview by its number or its id.") }
        guard output != "" else { throw ValidationError("--output takes the name of a file or a folder.") }
        guard paper == nil || formats.contains(.pdf) else {
            throw ValidationError("--paper goes with the format pdf.")
        }
        guard isStandardOutput else { return }
        guard formats.count == 1 else {
            throw ValidationError("Standard output (--output -) takes one format: give one, or a folder.")
        }
        guard !common.json else {
            throw ValidationError("--json and --output - exclude each other: both are standard output.")
        }
        guard !overwrite else { throw ValidationError("--overwrite goes with files.") }
    }

    func run() async throws {
        guard !isStandardOutput || formats != [.pdf] || !Terminal.output.isInteractive else {
            throw CommandFailure(
                .usage, "A PDF is not for a terminal: name a file with --output, or use a pipe.")
        }
        let archive = try await archive.open(common)
        let kept = try await archive.interview(SessionName(RecordName(interview)))
        guard kept.interview.state.allowed.contains(.report) else {
            throw InterviewError.notAllowed(.report, kept.interview.state)
        }
        // Places that cannot be written to are told before anything is made for them.
        let places = isStandardOutput ? [] : try places(number: kept.number)
        let report = try await archive.report(
            of: kept, wording: await wording(for: kept.interview), resources: resources(),
            timeZone: .current)
        let documents = try formats.map { try document(report, $0) }
        let notices = documents.flatMap(\.notices)
        for notice in notices where !common.json { common.note("viva: \(notice)") }
        guard !isStandardOutput else {
            for document in documents { Terminal.output.write(document: document.bytes) }
            return
        }
        var files: [Output.File] = []
        for (document, path) in zip(documents, places) {
            try DurableFile.write(Data(document.bytes), to: path)
            files.append(
                Output.File(
                    format: document.format, path: path, bytes: document.bytes.count, pages: document.pages))
            let pages = document.pages.map { $0 == 1 ? ", 1 page" : ", \($0) pages" } ?? ""
            if !common.json { common.note("\(Places.short(path)) written\(pages)") }
        }
        if common.json {
            try JSONOutput.print(
                Output(number: kept.number, interviewID: kept.interview.id, files: files, notices: notices))
        }
    }

    private func document(_ report: InterviewReport, _ format: ReportFormat) throws -> Document {
        switch format {
        case .pdf:
            let file = try PDFReport(report, paper: paper ?? .a4).file()
            return Document(
                format: format, bytes: file.bytes, pages: file.pageCount, notices: file.notices)
        case .html: return Document(format: format, bytes: Array(HTMLReport(report).text.utf8))
        case .markdown: return Document(format: format, bytes: Array(MarkdownReport(report).text.utf8))
        case .json: return Document(format: format, bytes: Array(try JSONReport(report).text().utf8))
        }
    }

    // MARK: Places

    /// Where each format goes.
    ///
    /// - Throws: `CommandFailure` for a place that cannot be written to or is taken.
    private func places(number: Int64) throws -> [String] {
        let folder: String?
        if let output, output.hasSuffix("/") || formats.count > 1 || isFolder(output) {
            guard isFolder(output) else {
                throw CommandFailure(
                    .cannotWrite,
                    "There is no folder \(output) to write into: make it first, or name one that is there.")
            }
            folder = output.hasSuffix("/") ? output : output + "/"
        } else {
            folder = output == nil ? "" : nil
        }
        let places = formats.map { format in
            folder.map { "\($0)interview-\(number).\(format.suffix)" } ?? output ?? ""
        }
        for place in places {
            guard !isFolder(place) else {
                throw CommandFailure(.cannotWrite, "\(place) is a folder: name a file in it.")
            }
            try checkFree(place)
            let folder = place.lastIndex(of: "/").map { String(place[...$0]) } ?? "."
            guard isFolder(folder) else {
                throw CommandFailure(.cannotWrite, "\(place): there is no folder \(folder).")
            }
        }
        return places
    }

    /// - Throws: `CommandFailure` for a file that is not to be replaced, and for what is no file, such as a link or a device.
    private func checkFree(_ place: String) throws {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: place) else { return }
        guard overwrite else {
            throw CommandFailure(
                .cannotWrite, "\(place) is there already: give another name, or --overwrite to replace it.")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw CommandFailure(
                .cannotWrite, "\(place) is no file that can be replaced: name another one.")
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    // MARK: What is said with the report

    /// How words that were heard are written; as they were heard where that cannot be known.
    private func wording(for interview: Interview) async -> Wording {
        guard interview.turns.contains(where: { $0.takes.contains { $0.analysis != nil } }) else {
            return .asHeard
        }
        do {
            let ear = InterviewEar(model: .installed(in: Places.pocketSphinxModel))
            return Wording(try await ear.writtenText())
        } catch {
            common.note("viva: What was said is written word by word as it was heard: \(error)")
            return .asHeard
        }
    }

    /// What there is to study. A report is made without it where the list is missing or wrong.
    private func resources() -> [StudyResource] {
        do { return try Resources.load() } catch {
            common.note("viva: Nothing to study can be named: \(error)")
            return []
        }
    }
}

extension Paper: ExpressibleByArgument {}
