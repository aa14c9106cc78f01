import Archive

extension ArchiveOptions {
    /// The care of the database.
    var care: DatabaseCare { DatabaseCare(folder: folder, database: Places.databaseAddress) }

    /// Refuses what is done with a file when a server has the rows.
    ///
    /// - Parameter command: the command of PostgreSQL that does it.
    /// - Throws: `CommandFailure` with that command.
    func requireFile(orUse command: String) throws {
        guard Places.databaseAddress != nil else { return }
        throw CommandFailure(
            .usage,
            "The interviews are kept on the PostgreSQL server that VIVA_DATABASE_URL names, whose own programs do this: "
                + "\(command)")
    }
}
