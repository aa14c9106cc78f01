import Records
import SQL
import SQLite

extension Archive {
    /// Overwrites what was deleted in the database, where that is a file: in free pages, in the log and in the index of words.
    ///
    /// - Throws: `ArchiveError.records` with `SQLError.busy` when others are reading, `full`.
    public func scrub() async throws(ArchiveError) {
        do {
            try await records.forgetDeletedWords()
            try await (records.database as? SQLiteDatabase)?.scrub()
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Lets go of the database.
    public func close() async { await records.database.close() }
}
