import Archive
import ArgumentParser

/// `viva database migrate`: the tables of this version.
struct DatabaseMigrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database to the form of this version, which every command does by itself.",
        discussion: """
            Each step is done as a whole or not at all. A database of a later version stays as it is, with exit code 69.

            EXAMPLES
              viva database migrate
            """)

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let migrated = try await archive.care.migrate()
        guard !common.json else { return try JSONOutput.print(migrated) }
        let database = Places.short(migrated.database)
        common.note(
            migrated.from == migrated.to
                ? "\(database) has the latest form, \(migrated.to)."
                : "\(database) was brought from form \(migrated.from) to form \(migrated.to).")
    }
}
