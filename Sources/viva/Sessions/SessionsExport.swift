import Archive
import ArgumentParser
import Records

/// `viva sessions export`: an interview as a folder.
struct SessionsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write an interview with its recordings into a folder.",
        discussion: """
            The folder has session.json, the plan, the questions and every take with its words, figures and scores; questions/01.wav, the
            questions as they were spoken; and answers/01-1.wav, the answers: question 1, take 1. Recordings that are encrypted where
            they are kept can be read there by whoever can read the folder. Put into the folder `sessions` of another machine's
            data folder, it is taken into the database there by the next command.

            EXAMPLES
              viva sessions export 12 --output interview-12
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The folder to write; it is made, or is empty.", valueName: "folder"),
        completion: .directory)
    var output: String
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let number = try await archive.interview(session).number
        let exported = try await archive.writeFolder(of: .number(number), to: output)
        for name in exported.missing {
            common.note("viva: the recording \(name) is kept nowhere, so it is not in the folder.")
        }
        guard !common.json else { return try JSONOutput.print(exported) }
        let count = exported.recordings.count
        common.note(
            "Interview \(number) is written to \(Places.short(exported.folder)) with "
                + "\(count == 1 ? "1 recording" : "\(count) recordings").")
    }
}
