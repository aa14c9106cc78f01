import FoundationEssentials
import Postgres
public import Recordings
public import Records
import SQL
import SQLite
import Storage

/// Where interviews are kept on this machine: their rows in a database, their recordings in a vault, and a folder for what is
/// just being recorded.
///
/// ```
/// viva.db        interviews, people, questions, reports (or a PostgreSQL server instead)
/// recordings/    what was said, each recording once (`RecordingVault`)
/// work/          interviews that somebody is working on
/// uploads/       files that are just being sent to a server
/// removing/      what is being deleted, until all of it is gone
/// ```
public struct Archive: Sendable {
    /// The folder of it all.
    public let folder: String
    /// The rows.
    public let records: Records
    /// The recordings.
    public let vault: RecordingVault

    /// An archive of parts that are there.
    public init(folder: String, records: Records, vault: RecordingVault) {
        self.folder = folder
        self.records = records
        self.vault = vault
    }

    /// Opens the archive in a folder, which is made when it is not there; its database is brought to the latest form.
    ///
    /// - Parameters:
    ///   - folder: where it is.
    ///   - database: a PostgreSQL server, `postgres://user:password@host/database`; `nil` for `viva.db` in the folder.
    ///   - keys: what recordings are encrypted with; `nil` when they are not to be.
    /// - Throws: `ArchiveError`.
    public static func open(
        _ folder: String, database: String? = nil, keys: MasterKeys? = nil
    ) async throws(ArchiveError) -> Archive {
        do throws(StorageError) { try makeFolder(folder) } catch { throw .storage(error) }
        do {
            let records = try await Records(database: connect(folder, database))
            return Archive(
                folder: folder, records: records,
                vault: RecordingVault(root: folder + "/recordings", keys: keys))
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The SQLite file of an archive in a folder.
    public static func databaseFile(in folder: String) -> String { folder + "/viva.db" }

    static func connect(_ folder: String, _ address: String?) async throws -> any SQLDatabase {
        if let address { return try await PostgresDatabase(address: address) }
        return try SQLiteDatabase(path: databaseFile(in: folder))
    }

    /// Makes a folder for its owner alone, where it is not there.
    static func makeFolder(_ path: String) throws(StorageError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .writeFailed(path: path, reason: StorageError.systemReason(error))
        }
    }

    /// The folder of files that are just being sent to a server, or heard (`HeldUpload`).
    public var uploadFolder: String { folder + "/uploads" }

    /// The folder in which an interview's files are made.
    func workFolder(of id: String) -> String { "\(workRoot)/\(WorkName.name(of: id))" }

    /// The folder of all those.
    var workRoot: String { folder + "/work" }
}
