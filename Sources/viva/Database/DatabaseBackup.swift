import Archive
import ArgumentParser

/// `viva database backup`: a copy of the database.
struct DatabaseBackup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the database into one file, also while it is in use.",
        discussion: """
            The copy is the database as it is at one moment. It is readable for its owner alone and is not encrypted. Recordings are
            not in it: copy the folder recordings as well, after the database.

            EXAMPLES
              viva database backup viva-2026-11-22.db
            """)

    @Argument(
        help: ArgumentHelp("The file to write; none may be there.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try archive.requireFile(
            orUse: "pg_dump --format=custom --file=\(ShellText.quoted(file)) \"$VIVA_DATABASE_URL\"")
        let backup = try await archive.care.backup(to: file)
        guard !common.json else { return try JSONOutput.print(backup) }
        common.note(
            "\(Places.short(archive.care.file)) is copied to \(Places.short(backup.path)), \(ByteText.of(backup.bytes)). "
                + "Recordings are in \(Places.short(archive.folder))/recordings.")
    }
}
