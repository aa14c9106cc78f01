import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Recordings
import Records
import Vocabulary

/// `viva sessions export`: an interview as a folder, or as a zip archive.
struct SessionsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write an interview with its recordings into a folder, or into a zip archive.",
        discussion: """
            The folder has session.json, the plan, the questions and every take with its words, figures and scores; questions/01.wav, the
            questions as they were spoken; and answers/01-1.wav, the answers: question 1, take 1. Recordings that are encrypted where
            they are kept can be read there by whoever can read the folder. Put into the folder `sessions` of another machine's
            data folder, it is taken into the database there by the next command.

            With an output that ends in .zip it is an archive for somebody who has nothing of Viva: the same files with a readable
            transcript, the report and manifest.json, which has the size and the SHA-256 sum of each. Nothing in it is encrypted.

            EXAMPLES
              viva sessions export 12 --output interview-12
              viva sessions export 12 --output interview-12.zip
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder to write, which is made or is empty; or a zip archive, by a name that ends in .zip.",
            valueName: "path"),
        completion: .file())
    var output: String
    @Flag(help: "Replace a zip archive that is there.") var overwrite = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct ZipOutput: Encodable {
        var number: Int64
        var path: String
        var manifest: ExportManifest
    }

    private var isZip: Bool { output.lowercased().hasSuffix(".zip") }

    func validate() throws {
        guard !overwrite || isZip else {
            throw ValidationError("--overwrite goes with a zip archive: a folder has to be new or empty.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        guard !isZip || overwrite || !FileManager.default.fileExists(atPath: output) else {
            throw CommandFailure(
                .cannotWrite, "\(output) is there already: give another name, or --overwrite to replace it.")
        }
        let archive = try await archive.open(common)
        let number = try await archive.interview(session).number
        if isZip {
            try await writeZip(of: number, archive)
        } else {
            try await writeFolder(of: number, archive)
        }
    }

    private func writeZip(of number: Int64, _ archive: Archive) async throws {
        let resources = (try? Resources.load()) ?? []
        let manifest = try await archive.export(
            .number(number), toZip: output, wording: Wording(WrittenText.installed()), resources: resources,
            timeZone: .current)
        for name in manifest.missing ?? [] {
            common.note("viva: the recording \(name) is kept nowhere, so it is not in the archive.")
        }
        guard !common.json else {
            return try JSONOutput.print(ZipOutput(number: number, path: output, manifest: manifest))
        }
        let bytes = manifest.files.reduce(0) { $0 + $1.bytes }
        common.note(
            "Interview \(number) is written to \(Places.short(output)): "
                + "\(CountText.of(manifest.files.count, "file")), \(ByteText.of(bytes)) unpacked.")
    }

    private func writeFolder(of number: Int64, _ archive: Archive) async throws {
        let exported = try await archive.writeFolder(of: .number(number), to: output)
        for name in exported.missing {
            common.note("viva: the recording \(name) is kept nowhere, so it is not in the folder.")
        }
        guard !common.json else { return try JSONOutput.print(exported) }
        common.note(
            "Interview \(number) is written to \(Places.short(exported.folder)) with "
                + "\(CountText.of(exported.recordings.count, "recording")).")
    }
}
