import Archive
import ArgumentParser
import Records
import SQL

/// `viva sessions delete`: interviews with all that belongs to them.
struct SessionsDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete interviews with their answers, recordings, scores and reports, for good.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. A recording that another interview has too stays.
            What was deleted is overwritten in the database file. Backups, exported folders and the session folders of earlier
            versions are yours to delete.

            EXAMPLES
              viva sessions delete 12
              viva sessions delete 9 10 11 --yes
            """)

    @Argument(help: ArgumentHelp("The interviews' numbers or ids.", valueName: "number"))
    var sessions: [SessionName]
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Interview: Encodable {
            var number: Int64
            /// How many recordings were removed: those that nothing else names.
            var recordings: Int
            /// Their content in bytes.
            var bytes: Int
            /// The name of the session folder that it was taken out of, which still stands.
            var sessionFolder: String?
        }
        var deleted: [Interview]
    }

    func run() async throws {
        let archive = try await archive.open(common)
        // A number that is wrong is told before anything goes.
        for session in sessions { try await archive.requireInterview(session) }
        let names = sessions.map { "\($0.name)" }.joined(separator: ", ")
        let what = sessions.count == 1 ? "interview \(names)" : "the interviews \(names)"
        try Confirmation.require("Delete \(what) with all recordings, for good?", isGiven: yes)
        var deleted: [Output.Interview] = []
        for session in sessions {
            guard let interview = try await Self.delete(session, from: archive) else { continue }
            deleted.append(interview)
            common.note("\(Self.sentence(interview))")
        }
        try await scrub(archive)
        await archive.close()
        if common.json { try JSONOutput.print(Output(deleted: deleted)) }
    }

    /// `nil` for an interview that was named twice, or that somebody else was quicker to delete.
    private static func delete(
        _ session: SessionName, from archive: Archive
    ) async throws -> Output.Interview? {
        let folder = try await archive.records.importedFolder(ofInterview: session.name)
        do {
            let deletion = try await archive.delete(session.name)
            return Output.Interview(
                number: deletion.number, recordings: deletion.recordings, bytes: deletion.bytes,
                sessionFolder: folder)
        } catch {
            guard case .records(.notFound) = error else { throw error }
            return nil
        }
    }

    private func scrub(_ archive: Archive) async throws {
        do { try await archive.scrub() } catch {
            guard case .records(.database(.busy)) = error else { throw error }
            common.note(
                "viva: Other programs are reading the database, so what was deleted may stand in its file a while longer: "
                    + "it is overwritten when the next interview is deleted.")
        }
    }

    private static func sentence(_ interview: Output.Interview) -> String {
        let count = interview.recordings
        let recordings = count == 1 ? "1 recording" : "\(count) recordings"
        return "Interview \(interview.number) is deleted with \(recordings)."
            + (interview.sessionFolder.map {
                " Its session folder \($0) of an earlier version still stands in \(Places.short(Places.sessions)): delete it too."
            } ?? "")
    }
}
