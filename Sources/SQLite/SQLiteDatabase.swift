import FoundationEssentials
import GRDB
public import SQL
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A SQLite file that several programs may use at once.
///
/// Readers see the state at their beginning and never wait (write-ahead log); writers wait for each other. What a write
/// has changed is on the disk when it returns, and what was deleted is overwritten with zeros.
public final class SQLiteDatabase: SQLDatabase {
    /// How it writes what is not written the same everywhere.
    public let dialect = SQLDialect.sqlite
    /// The database for people: the file, or the address without the password.
    public let name: String
    private let writer: any DatabaseWriter
    /// Debian's SQLite does not notice that it is used after it was closed, so this does.
    private let isClosed = Mutex(false)

    /// How long a writer waits for others, in seconds.
    public static let busySeconds = 30.0

    /// Opens a file, and makes it when it is not there; its folder must be.
    ///
    /// - Throws: `SQLError.cannotOpen`, `readOnly`, `full`, `busy`; `damaged` for a file that is not a database or not
    ///   whole, which is left as it is, with a copy beside it.
    public init(path: String) throws(SQLError) {
        name = path
        PrivateFile.prepare(path)
        do {
            writer = try Self.waitingForOthers { try Self.pool(path) }
        } catch {
            throw Self.opening(SQLError(error, database: path), path: path)
        }
    }

    /// Opens a file that is there to look at it: nothing is changed or made, not even beside it.
    ///
    /// - Throws: `SQLError.cannotOpen`, `damaged`, which leaves no copy.
    public init(readOnly path: String) throws(SQLError) {
        name = path
        do {
            writer = try DatabaseQueue(path: Self.addressForLooking(path), configuration: Self.readOnly)
        } catch {
            throw SQLError(error, database: path)
        }
    }

    private init(memory name: String) throws(SQLError) {
        self.name = name
        do { writer = try DatabaseQueue(configuration: Self.configuration()) } catch {
            throw SQLError(error, database: name)
        }
    }

    /// A database that is kept nowhere and ends with this value.
    ///
    /// - Throws: `SQLError`.
    public static func inMemory() throws(SQLError) -> SQLiteDatabase {
        try SQLiteDatabase(memory: "in memory")
    }

    /// Reads in one transaction (`SQLDatabase.read`).
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        let name = name
        return try await translated {
            try await self.writer.read { database in
                try body(SQLiteConnection(database: database, name: name))
            }
        }
    }

    /// Changes in one transaction (`SQLDatabase.write`).
    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        let name = name
        return try await translated {
            try await self.writer.write { database in
                try body(SQLiteConnection(database: database, name: name))
            }
        }
    }

    /// Lets go of all connections. Further use is an error.
    public func close() async {
        isClosed.withLock { $0 = true }
        // What cannot be closed now is closed with the process; nothing is lost by it.
        try? writer.close()
    }

    // MARK: Care

    /// Copies the database as it is at one moment into a new file, while others use it.
    ///
    /// - Throws: `SQLError.cannotOpen` when the file is there or cannot be made, `full`, `damaged`.
    public func backup(to path: String) async throws { try Self.copy(writer, to: path) }

    private static func copy(_ source: some DatabaseReader, to path: String) throws(SQLError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw SQLError.cannotOpen(database: path, reason: "the file is there already: give another name")
        }
        let partial = path + ".part"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            PrivateFile.prepare(partial)
            let copy = try DatabaseQueue(path: partial, configuration: configuration())
            try source.backup(to: copy)
            // A copy is one file: without this, SQLite would look for a log beside it.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
            try FileManager.default.moveItem(atPath: partial, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw SQLError(error, database: path)
        }
    }

    /// Puts what a backup holds in the place of what is here, in one step, while others may use it.
    ///
    /// - Parameter aside: a new file for what is here now: nothing that others write is lost between the two.
    /// - Throws: `SQLError.cannotOpen` when there is no such file, `damaged` when it is not whole; what is here stands then.
    public func restore(from path: String, keeping aside: String? = nil) async throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw SQLError.cannotOpen(database: path, reason: "there is no such file")
        }
        var isKept = aside == nil
        do {
            let source = try DatabaseQueue(path: path, configuration: Self.readOnly)
            try Self.requireWhole(try await source.read(Self.problems), database: path)
            // From the first page on nobody else can write here, and who reads sees what was here before.
            try source.backup(to: writer, pagesPerStep: isKept ? -1 : 1) { _ in
                guard !isKept, let aside else { return }
                let here = try DatabaseQueue(path: self.name, configuration: Self.readOnly)
                try Self.copy(here, to: aside)
                try here.close()
                isKept = true
            }
            try source.close()
        } catch {
            if isKept, let aside { try? FileManager.default.removeItem(atPath: aside) }
            throw SQLError(error, database: path)
        }
    }

    /// What is wrong with the file, in SQLite's words; empty when all is well. It reads all of it.
    ///
    /// - Throws: `SQLError` when it cannot be looked at.
    public func problems() async throws -> [String] {
        try await translated { try await self.writer.read(Self.problems) }
    }

    /// What is wrong with the file, in SQLite's words, without a look at the order of its indexes; empty when all is well.
    ///
    /// - Throws: `SQLError` when it cannot be looked at.
    public func quickProblems() async throws -> [String] {
        try await translated {
            try await self.writer.read { database in
                try String.fetchAll(database, sql: "PRAGMA quick_check(20)").filter { $0 != "ok" }
            }
        }
    }

    /// Writes the file anew, so that nothing that was deleted is left in free pages or in the log.
    ///
    /// - Throws: `SQLError.busy` when others are reading for longer than `busySeconds`, `full`.
    public func scrub() async throws {
        try await translated {
            try await self.writer.barrierWriteWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                // The log is emptied and cut to nothing; a reader of before can be in the way.
                let busy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 0
                guard busy == 0 else {
                    throw SQLError.busy(database: self.name, seconds: Self.busySeconds)
                }
            }
        }
    }

    // MARK: Opening

    /// The connections to a file. GRDB lowers `synchronous` to NORMAL when it turns to the write-ahead log, after which a commit
    /// would be in the log but not yet on the disk, so it is set once more.
    private static func pool(_ path: String) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration())
        try pool.writeWithoutTransaction { try $0.execute(sql: synchronous) }
        return pool
    }

    /// FULL: a commit is on the disk, and not only handed to the system.
    private static let synchronous = "PRAGMA synchronous = FULL"

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            try database.execute(sql: synchronous)
            // GRDB lets a reader wait for 10 s: for a program that opens the file after a crash, or is the last to leave it.
            try database.execute(sql: "PRAGMA busy_timeout = \(Int(busySeconds * 1000))")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    /// For a file that is only looked at.
    private static var readOnly: Configuration {
        var configuration = configuration()
        configuration.readonly = true
        return configuration
    }

    /// Of a file without a log SQLite is told that nobody changes it: otherwise it would make one to read it.
    private static func addressForLooking(_ path: String) throws -> String {
        guard !FileManager.default.fileExists(atPath: path + "-wal"),
            try DatabaseQueue().read({ try String.fetchAll($0, sql: "PRAGMA compile_options") })
                .contains("USE_URI")
        else { return path }
        // What ends the path of an address, and what escapes it.
        let escaped = path.map { ["%": "%25", "?": "%3f", "#": "%23"][$0] ?? String($0) }.joined()
        return "file:\(escaped)?immutable=1"
    }

    /// The first to open a file changes it to the write-ahead log, for which SQLite does not wait: so this waits.
    private static func waitingForOthers<Value>(_ open: () throws -> Value) throws -> Value {
        let deadline = ContinuousClock.now + .seconds(busySeconds)
        while true {
            do { return try open() } catch let error as DatabaseError
                where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline
            {
                usleep(20_000)
            }
        }
    }

    /// Puts a copy of a damaged file beside it, once: whoever repairs the one has the other.
    private static func opening(_ error: SQLError, path: String) -> SQLError {
        guard case .damaged(let database, let reason, _) = error else { return error }
        let copy = path + ".damaged"
        if !FileManager.default.fileExists(atPath: copy) {
            do { try FileManager.default.copyItem(atPath: path, toPath: copy) } catch {
                return .damaged(database: database, reason: reason, copy: nil)
            }
        }
        return .damaged(database: database, reason: reason, copy: copy)
    }

    private static func problems(_ database: Database) throws -> [String] {
        let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
            "a row of \(row[0] as String) points to a row of \(row[2] as String) that is not there"
        }
        return found + orphans
    }

    private static func requireWhole(_ problems: [String], database: String) throws(SQLError) {
        guard let first = problems.first else { return }
        throw .damaged(database: database, reason: first, copy: nil)
    }

    private func translated<Value: Sendable>(
        _ work: @Sendable () async throws -> Value
    ) async throws -> Value {
        guard !isClosed.withLock(\.self) else {
            throw SQLError.connectionLost(database: name, reason: "it was closed")
        }
        do { return try await work() } catch let error as DatabaseError {
            throw SQLError(error, database: name)
        } catch SQLError.cancelled {
            throw CancellationError()
        }
    }
}
