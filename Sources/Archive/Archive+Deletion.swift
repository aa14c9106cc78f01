import FoundationEssentials
import Recordings
public import Records
import SQL
import SQLite
import Storage

extension Archive {
    /// Deletes an interview: its rows, the recordings that nothing else names, and the folder in which they were made. What was
    /// in the database is overwritten by `scrub`.
    ///
    /// - Throws: `ArchiveError`, also when a program is working on it, or the key of its recordings is not given; nothing was
    ///   deleted then.
    public func delete(_ name: RecordName) async throws(ArchiveError) -> DeletedInterview {
        do {
            let (number, id) = try await records.identity(ofInterview: name)
            let folder = try WorkFolder(workFolder(of: id))
            // Without the key no recording is found: that is to be told while the interview is there.
            for recording in try await records.recordings(of: number).values {
                if let id = RecordingID(recording.address) { _ = try vault.contains(id) }
            }
            let sessionFolder = try await records.importedFolder(ofInterview: number)
            let unnamed = try await records.deleteInterview(.number(number)).compactMap(RecordingID.init)
            var removed = 0
            for id in unnamed where try vault.contains(id) {
                try vault.remove(id)
                removed += 1
            }
            try folder.remove()
            return DeletedInterview(
                number: number, id: id, recordingCount: removed, sessionFolder: sessionFolder)
        } catch {
            throw ArchiveError(error)
        }
    }

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
