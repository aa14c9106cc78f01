import Archive
import ArgumentParser
import Records
import Storage

/// `viva sessions delete`: interviews with all that belongs to them.
struct SessionsDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete interviews with their answers, recordings, scores and reports, for good.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. A recording that another interview has too stays.
            What was deleted is overwritten in the database file. The session folders of earlier versions go with --session-folders;
            else they stay and are not taken in again. Backups and exported folders are yours to delete.

            EXAMPLES
              viva sessions delete 12
              viva sessions delete 9 10 11 --yes
              viva sessions delete 3 --session-folders
            """)

    @Argument(help: ArgumentHelp("The interviews' numbers or ids.", valueName: "number"))
    var sessions: [SessionName]
    @OptionGroup var folders: SessionFolderOptions
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var deleted: [Archive.Deletion]
    }

    func run() async throws {
        let library = self.archive.library
        let archive = try await archive.open(common)
        // A number that is wrong is told before anything goes.
        for session in sessions { try await archive.requireInterview(session) }
        let names = sessions.map { "\($0.name)" }.joined(separator: ", ")
        let what = sessions.count == 1 ? "interview \(names)" : "the interviews \(names)"
        try Confirmation.require("Delete \(what) with all recordings, for good?", isGiven: yes)
        var deleted: [Archive.Deletion] = []
        var failure: (any Error)?
        for session in sessions where failure == nil {
            do {
                guard let interview = try await delete(session, from: archive, library) else { continue }
                deleted.append(interview)
                common.note("\(Self.sentence(interview, library))")
            } catch {
                failure = error
            }
        }
        // What went before something stood in the way is gone for good all the same.
        if failure == nil || !deleted.isEmpty {
            try await archive.scrub(telling: common)
            if common.json { try JSONOutput.print(Output(deleted: deleted)) }
        }
        await archive.close()
        if let failure { throw failure }
    }

    /// `nil` for an interview that was named twice, or that somebody else was quicker to delete.
    private func delete(
        _ session: SessionName, from archive: Archive, _ library: SessionLibrary
    ) async throws -> Archive.Deletion? {
        do {
            return try await archive.delete(
                session.name, sessionFolders: folders.sessionFolders ? library : nil)
        } catch {
            guard case .records(.notFound) = error else { throw error }
            return nil
        }
    }

    private static func sentence(_ interview: Archive.Deletion, _ library: SessionLibrary) -> String {
        let sentence =
            "Interview \(interview.number) is deleted with \(CountText.of(interview.recordings, "recording"))."
        guard let folder = interview.sessionFolder, library.holds(folder) else { return sentence }
        return sentence
            + " Its session folder \(folder) of an earlier version still stands in \(Places.short(library.directory)): delete it too."
    }
}
