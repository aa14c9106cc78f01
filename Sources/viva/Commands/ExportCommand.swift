import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Recordings
import Records
import Reports
import Vocabulary

/// `viva export`: all that is kept about a person, as a zip archive.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write all that is kept about a person, or all that is kept, into a zip archive.",
        discussion: """
            The archive has data.json with all that the database holds; of each interview session.json, a readable transcript, the report
            and all recordings; of each resume its file and its text; and manifest.json with the size and the SHA-256 sum of each file.
            Nothing in it is encrypted. What somebody says in interviews in which the person asks is not in it. What cannot be read, such
            as a damaged interview, is told and left out; the exit code is 1 then.

            EXAMPLES
              viva export --person "Ann Smith" --output ann.zip
              viva export --everything --output all.zip
            """)

    @OptionGroup var holdings: HoldingsOptions
    @Option(
        name: .shortAndLong, help: ArgumentHelp("The zip archive to write.", valueName: "file"),
        completion: .file())
    var output: String
    @Flag(help: "Replace a file that is there.") var overwrite = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        guard overwrite || !FileManager.default.fileExists(atPath: output) else {
            throw CommandFailure(
                .cannotWrite, "\(output) is there already: give another name, or --overwrite to replace it.")
        }
        let archive = try await archive.open(common)
        let (scope, name) = try await holdings.scope(in: archive)
        let resources = (try? Resources.load()) ?? []
        let writing = try WrittenText.installed()
        let exported = try await archive.export(
            scope, toZip: output, wording: Wording(writing), resources: resources, timeZone: .current)
        for name in exported.missing {
            common.note("viva: \(name) is kept nowhere, so it is not in the archive.")
        }
        for row in exported.unreadable {
            common.note(
                "viva: The \(row.kind) \(row.number) cannot be read (\(row.reason)), "
                    + "so it is not in the archive.")
        }
        if common.json { try JSONOutput.print(exported) } else { tell(exported, of: name) }
        if !exported.unreadable.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func tell(_ exported: HoldingsExport, of name: String) {
        let bytes = exported.manifest.files.reduce(0) { $0 + $1.bytes }
        let what = CountText.list([
            CountText.of(exported.interviews, "interview"), CountText.of(exported.resumes, "resume"),
        ])
        let extent = exported.unreadable.isEmpty ? "is kept" : "can be read"
        common.note("\(Places.short(output)) has all that \(extent) of \(name):")
        common.note(
            "\(what) in \(CountText.of(exported.manifest.files.count, "file")), \(ByteText.of(bytes)) unpacked."
        )
    }
}
