import Archive
import ArgumentParser

/// `viva database restore`: a backup in the place of the database.
struct DatabaseRestore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. The backup is looked at first: one that is damaged or of
            a later version changes nothing. What is there is kept beside it, as viva.db.before- and the time.

            EXAMPLES
              viva database restore viva-2026-11-22.db
              viva database restore viva-2026-11-22.db --yes
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file()) var file: String
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try archive.requireFile(
            orUse: "pg_restore --clean --if-exists --dbname=\"$VIVA_DATABASE_URL\" \(ShellText.quoted(file))")
        let care = archive.care
        try Confirmation.require(
            "Put \(Places.short(file)) in the place of \(Places.short(care.file)), which is kept beside it?",
            isGiven: yes)
        let restored = try await care.restore(from: file)
        guard !common.json else { return try JSONOutput.print(restored) }
        let count = restored.interviews == 1 ? "1 interview" : "\(restored.interviews) interviews"
        common.note("\(Places.short(restored.database)) has \(count) now.")
        if let before = restored.before {
            common.note(
                "What was there before is in \(Places.short(before)): delete it when you do not need it.")
        }
        common.note("`\(archive.viva("database check"))` says whether all recordings are there.")
    }
}
