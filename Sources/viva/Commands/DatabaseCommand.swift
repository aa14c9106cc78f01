import ArgumentParser

/// `viva database`: the care of what is kept.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database",
        abstract:
            "Check, tidy, back up, restore, migrate and fill the database of interviews, and change the key of recordings.",
        discussion: """
            The database is viva.db in ~/.local/share/viva (XDG_DATA_HOME, VIVA_HOME, or --home), or the PostgreSQL server
            that VIVA_DATABASE_URL names, for which pg_dump and pg_restore make and bring back backups. Recordings are files
            beside it, in the folder recordings, and in no backup of the database: copy that folder as well.

            EXAMPLES
              viva database check
              viva database tidy
              viva database backup viva-2026-11-22.db
              viva database restore viva-2026-11-22.db
              viva database migrate
              viva database rotate
              viva database seed
            """,
        subcommands: [
            DatabaseCheck.self, DatabaseTidy.self, DatabaseBackup.self, DatabaseRestore.self,
            DatabaseMigrate.self, DatabaseRotate.self, DatabaseSeed.self,
        ])
}
