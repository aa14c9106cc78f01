import FoundationEssentials
import Records
import SQL
import SQLite

/// How the database of an archive stands, found out without changing or making anything.
public struct DatabaseLook: Sendable, Hashable {
    /// The database for people: the file, or the address without the password.
    public var database: String
    /// What keeps it, for example `PostgreSQL 15.14`.
    public var engine: String
    /// The form of its tables; 0 before there are any.
    public var form: Int
    /// The latest form that this program knows.
    public var latestForm: Int
    /// Whether it may be written.
    public var isWritable: Bool
    /// What is wrong with it, in the words of SQLite; empty when all is well, and for a server, which looks after its own files.
    public var problems: [String]
}

extension DatabaseCare {
    /// Looks at the database; `nil` when there is no file yet.
    ///
    /// - Throws: `ArchiveError` when the file is no database or damaged so that it cannot be opened, or the server cannot be
    ///   reached.
    public func look() async throws(ArchiveError) -> DatabaseLook? {
        do {
            if address != nil { return try await lookAtServer() }
            guard FileManager.default.fileExists(atPath: file) else { return nil }
            let database = try SQLiteDatabase(readOnly: file)
            let look = DatabaseLook(
                database: file, engine: "SQLite",
                form: try await Schema.migrator.version(of: database), latestForm: Schema.migrator.latest,
                isWritable: FileManager.default.isWritableFile(atPath: file)
                    && FileManager.default.isWritableFile(atPath: folder),
                problems: try await database.quickProblems())
            await database.close()
            return look
        } catch {
            throw ArchiveError(error)
        }
    }

    private func lookAtServer() async throws -> DatabaseLook {
        let database = try await Archive.connect(folder, address)
        let look = try await Archive.look(atServer: database)
        await database.close()
        return look
    }
}

extension Archive {
    /// Looks at the database that is open.
    ///
    /// - Throws: `ArchiveError`.
    public func look() async throws(ArchiveError) -> DatabaseLook {
        do {
            guard let file = records.database as? SQLiteDatabase else {
                return try await Self.look(atServer: records.database)
            }
            return DatabaseLook(
                database: file.name, engine: "SQLite",
                form: try await Schema.migrator.version(of: file), latestForm: Schema.migrator.latest,
                isWritable: FileManager.default.isWritableFile(atPath: folder),
                problems: try await file.quickProblems())
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The size of the database in bytes, with its log where it is a file.
    ///
    /// - Throws: `ArchiveError`.
    public func databaseBytes() async throws(ArchiveError) -> Int {
        do {
            guard records.database is SQLiteDatabase else {
                return try await records.database.read {
                    try $0.oneRow("SELECT pg_database_size(current_database()) AS bytes").count("bytes")
                }
            }
            return ["", "-wal"].reduce(0) { sum, suffix in
                let attributes = try? FileManager.default.attributesOfItem(
                    atPath: records.database.name + suffix)
                return sum + (attributes?[.size] as? Int ?? 0)
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The free space where recordings are kept, in bytes; `nil` where the system does not tell.
    public var freeBytes: Int? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        return (attributes?[.systemFreeSize] as? UInt64).map { Int(clamping: $0) } ?? attributes?[
            .systemFreeSize] as? Int
    }

    static func look(atServer database: any SQLDatabase) async throws -> DatabaseLook {
        let (version, isWritable) = try await database.read { connection in
            let row = try connection.oneRow(
                """
                SELECT current_setting('server_version') AS version, CAST(CASE
                    WHEN pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' THEN 0
                    ELSE 1 END AS BIGINT) AS writable
                """)
            return (try row.text("version"), try row.count("writable") == 1)
        }
        return DatabaseLook(
            database: database.name, engine: "PostgreSQL \(version.prefix { $0 != " " })",
            form: try await Schema.migrator.version(of: database), latestForm: Schema.migrator.latest,
            isWritable: isWritable, problems: [])
    }
}
