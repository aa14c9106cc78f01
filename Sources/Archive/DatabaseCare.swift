public import FoundationEssentials
import Records
import SQL
import SQLite
import Storage

#if canImport(Glibc)
    import Glibc
#endif

/// Looks after the database file of an archive: brings it to the latest form, copies it and puts a copy in its place.
public struct DatabaseCare: Sendable {
    /// What became of the tables.
    public struct Migrated: Sendable, Hashable, Codable {
        /// The database for people: the file, or the address without the password.
        public var database: String
        /// The form before; 0 for one that was just made.
        public var from: Int
        /// The form now.
        public var to: Int
    }

    /// A copy of the database.
    public struct Backup: Sendable, Hashable, Codable {
        /// The file.
        public var path: String
        /// Its length in bytes.
        public var bytes: Int
    }

    /// What became of the database when a backup was put in its place.
    public struct Restored: Sendable, Hashable, Codable {
        /// The database file.
        public var database: String
        /// How many interviews are in it now.
        public var interviews: Int
        /// Where what was there before is now; `nil` when nothing was there.
        public var before: String?
    }

    /// The folder of the archive.
    public let folder: String
    let address: String?

    /// The care of an archive in a folder.
    ///
    /// - Parameter database: the address of a PostgreSQL server that has the rows; `nil` for the file in the folder.
    public init(folder: String, database address: String? = nil) {
        self.folder = folder
        self.address = address
    }

    /// The database file.
    public var file: String { Archive.databaseFile(in: folder) }

    /// Brings the database to the latest form; it is made when it is not there.
    ///
    /// - Throws: `ArchiveError`, also when a later viva made it, which leaves it as it is.
    public func migrate() async throws(ArchiveError) -> Migrated {
        do {
            try Archive.makeFolder(folder)
            let database = try await Archive.connect(folder, address)
            let before = try await Schema.migrator.version(of: database)
            try await Schema.migrator.migrate(database)
            let migrated = Migrated(database: database.name, from: before, to: Schema.migrator.latest)
            await database.close()
            return migrated
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Copies the database file as it is at one moment, while others may use it. Recordings are not in it.
    ///
    /// - Throws: `ArchiveError`, also when there is no database, it is damaged, there is something at `path`, or no file can
    ///   be made in its folder, which is found out before anything is done.
    public func backup(to path: String) async throws(ArchiveError) -> Backup {
        do {
            guard FileManager.default.fileExists(atPath: file) else {
                throw StorageError.readFailed(path: file, reason: "there is no such file")
            }
            guard !Self.isTaken(path) else { throw StorageError.taken(path: path) }
            // The whole database is looked at and copied before the system would say it.
            try Self.requireFolder(of: path)
            let database = try SQLiteDatabase(path: file)
            try await Self.requireWhole(database)
            do { try await database.backup(to: path) } catch let error as SQLError {
                // The database is open: what cannot be opened is the copy.
                guard case .cannotOpen(_, let reason) = error else { throw error }
                throw StorageError.writeFailed(path: path, reason: reason)
            }
            await database.close()
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            return Backup(path: path, bytes: size ?? 0)
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Puts a backup in the place of the database file. What is there is kept beside it: as a copy, or as it is when it is
    /// damaged.
    ///
    /// - Throws: `ArchiveError` when the backup is none of Viva's, is damaged or is of a later viva; nothing was changed then.
    public func restore(from path: String, at date: Date = Date()) async throws(ArchiveError) -> Restored {
        do {
            try Self.requireFile(path)
            try Archive.makeFolder(folder)
            try await tryOut(path)
            let before = try await removeDamaged(to: aside(at: date))
            let aside = before == nil && FileManager.default.fileExists(atPath: file) ? aside(at: date) : nil
            let database = try SQLiteDatabase(path: file)
            try await database.restore(from: path, keeping: aside)
            let count = try await Records(database: database).interviewNumbers().count
            await database.close()
            return Restored(database: file, interviews: count, before: before ?? aside)
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Restores a backup into a file of no other use, which shows whether it is whole and of a form that is known.
    private func tryOut(_ path: String) async throws {
        let trial = DurableOutput.partialPath(in: folder, name: Self.trialName)
        defer { for suffix in Self.suffixes { unlink(trial + suffix) } }
        let database = try SQLiteDatabase(path: trial)
        do { try await database.restore(from: path) } catch let error as SQLError {
            guard case .damaged(_, let reason, _) = error else { throw error }
            throw StorageError.damaged(
                path: path, reason: "\(reason): it is no whole backup. Take another one; nothing was changed")
        }
        let version = try await Schema.migrator.version(of: database)
        guard version > 0 else {
            throw StorageError.damaged(
                path: path, reason: "it is a database, but none of Viva's. Nothing was changed")
        }
        guard version <= Schema.migrator.latest else {
            throw SQLError.newerVersion(database: path, found: version, known: Schema.migrator.latest)
        }
        // Brought to the latest form, it has the tables of a new one.
        _ = try await Records(database: database)
        let missing = try await Self.tables(of: Records(database: SQLiteDatabase.inMemory()).database)
            .subtracting(Self.tables(of: database))
        if let first = missing.min() {
            throw StorageError.damaged(
                path: path, reason: "it lacks the table \(first). Take another backup; nothing was changed")
        }
        await database.close()
    }

    private static func tables(of database: any SQLDatabase) async throws -> Set<String> {
        try await database.read { connection in
            Set(
                try connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map {
                    try $0.text("name")
                })
        }
    }

    /// Where what is there before a restore is kept.
    private func aside(at date: Date) -> String {
        let time = date.formatted(
            .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false)
                .timeSeparator(.omitted))
        return freePath("\(file)\(Self.asideMark)\(time)")
    }

    /// Puts a damaged file aside, of which no copy could be made, and says where; `nil` when there is none.
    private func removeDamaged(to aside: String) async throws -> String? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        do {
            let database = try SQLiteDatabase(path: file)
            try await Self.requireWhole(database)
            await database.close()
            return nil
        } catch let error as SQLError {
            guard case .damaged = error else { throw error }
            // Half a database with its log: whoever mends it needs both.
            for suffix in Self.suffixes where FileManager.default.fileExists(atPath: file + suffix) {
                try DurableFile.rename(file + suffix, to: aside + suffix)
            }
            return aside
        }
    }

    /// The path, or with a number behind it where something is there.
    private func freePath(_ path: String) -> String {
        var (free, number) = (path, 1)
        while Self.isTaken(free) {
            number += 1
            free = "\(path)-\(number)"
        }
        return free
    }

    private static func requireWhole(_ database: SQLiteDatabase) async throws {
        guard let problem = try await database.problems().first else { return }
        throw SQLError.damaged(database: database.name, reason: problem, copy: nil)
    }

    /// Whether something has a path, be it a link that leads nowhere.
    private static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Refuses a path in whose folder no file can be made.
    private static func requireFolder(of path: String) throws(StorageError) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .noFolder(path: path, folder: folder)
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw .writeFailed(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Refuses what is no file before anything waits for it.
    private static func requireFile(_ path: String) throws(StorageError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = errno == ENOENT ? "there is no such file" : String(cString: strerror(errno))
            throw .readFailed(path: path, reason: reason)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .readFailed(path: path, reason: "it is not a file")
        }
    }

    /// What hidden names of backups that are tried out have in them.
    static let trialName = "restore"

    /// What stands behind the name of a database that was kept when a backup took its place, before the time.
    static let asideMark = ".before-"

    /// What stands behind the names of files that SQLite keeps beside a database: its logs and the map of one.
    static let logs = ["-wal", "-shm", "-journal"]

    /// SQLite keeps its log and the map of it beside the file.
    private static let suffixes = ["", "-wal", "-shm"]
}
