import Archive
import ArgumentParser
import Records
import Storage

/// `viva erase`: a person and all that is kept about the person.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase a person, or everything: interviews, recordings, resumes, for good.",
        discussion: """
            Erased are the interviews in which the person answers, with answers, scores, conversations and reports; recordings that
            nobody else's interview has; resumes with their files; folders of work; and the words by which all this was found. In the
            database file it is overwritten. Templates that the person made for nobody else go as well. Interviews in which the
            person asks stay without the person, and so do question banks and templates of organizations. While somebody works on
            one of the interviews, nothing is erased.

            Session folders of earlier versions are deleted with --session-folders; else they stay, are named, and are not taken in
            again. Not touched are backups, exports and reports that you wrote elsewhere: delete these yourself. `viva export` hands
            out first what goes.

            Asks first where somebody is at the keyboard; else --yes is needed.

            EXAMPLES
              viva erase --person "Ann Smith"
              viva erase --person ann@example.org --session-folders --yes
              viva erase --everything --session-folders
            """)

    @OptionGroup var holdings: HoldingsOptions
    @OptionGroup var folders: SessionFolderOptions
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var erased: Archive.Erasure
        /// Whether what was deleted is overwritten in the database file.
        var isOverwritten: Bool
        /// Files with copies of the database, which are as they were.
        var copies: [String]
    }

    func run() async throws {
        let library = self.archive.library
        let archive = try await archive.open(common)
        let (scope, name) = try await holdings.scope(in: archive)
        let there = try await archive.records.holdings(scope)
        let standing = there.sessionFolders.filter { library.holds($0) }
        let more =
            folders.sessionFolders && !standing.isEmpty
            ? " and \(CountText.of(standing.count, "session folder"))" : ""
        try Confirmation.require(
            "Erase \(name) with \(there.words)\(more), for good?", isGiven: yes)
        let copies = try archive.databaseCopies()
        let erased = try await archive.erase(
            scope, sessionFolders: folders.sessionFolders ? library : nil)
        // A question may name a role or a skill that somebody asked for; spoken again, it is made anew.
        let spoken = try SpeechCache(directory: Places.speechCache).removeAll()
        let isOverwritten = try await archive.scrub(telling: common)
        await archive.close()
        guard !common.json else {
            return try JSONOutput.print(
                Output(erased: erased, isOverwritten: isOverwritten, copies: copies))
        }
        tell(erased, name: name, hasSpoken: spoken > 0, copies: copies, archive)
    }

    private func tell(
        _ erased: Archive.Erasure, name: String, hasSpoken: Bool, copies: [String], _ archive: Archive
    ) {
        let parts = [
            CountText.of(erased.interviews, "interview"),
            erased.people == 1 ? "1 person" : "\(erased.people) people",
            CountText.of(erased.resumes, "resume"),
            "\(CountText.of(erased.files, "file")) (\(ByteText.of(erased.bytes)))",
        ]
        common.note("Erased is \(name): \(CountText.list(parts)).")
        if !erased.deletedFolders.isEmpty {
            common.note("\(CountText.of(erased.deletedFolders.count, "session folder")) deleted with it.")
        }
        if hasSpoken {
            common.note(
                "Spoken questions in \(Places.short(Places.speechCache)) are removed; they are made anew.")
        }
        let library = self.archive.library
        for folder in erased.otherFolders where library.holds(folder) {
            common.note(
                "viva: The session folder \(Places.short(library.directory))/\(folder) of an earlier version still stands: delete it too. It is not taken in again."
            )
        }
        for copy in copies {
            common.note(
                "viva: \(Places.short(copy)) is a copy of the database as it was: delete it when you do not need it."
            )
        }
        if Places.databaseAddress != nil {
            common.note(
                "viva: PostgreSQL keeps deleted rows in its files until they are cleaned: run VACUUM FULL there."
            )
        }
    }
}
