public import SQL

/// A database of a PostgreSQL server, over a few connections.
public final class PostgresDatabase: SQLDatabase {
    /// How it writes what is not written the same everywhere.
    public let dialect = SQLDialect.postgres
    /// The database for people: the file, or the address without the password.
    public let name: String
    private let pool: PostgresPool

    /// How long a transaction waits for others, in seconds.
    public static let busySeconds = 30.0
    /// The most connections; more work waits for one.
    public static let connectionLimit = 8

    /// A database by its address, `postgres://user:password@host:port/database`, as libpq reads it; it connects at once.
    ///
    /// - Throws: `SQLError.cannotOpen` when the server cannot be reached or does not let us in.
    public init(address: String) async throws(SQLError) {
        name = Self.withoutPassword(address)
        pool = PostgresPool(address: address, name: name, limit: Self.connectionLimit)
        do { _ = try await read { try $0.rows("SELECT 1 AS one").count } } catch {
            throw error as? SQLError ?? .cannotOpen(database: name, reason: "\(error)")
        }
    }

    /// Reads in one transaction (`SQLDatabase.read`).
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await transaction(.reading, body)
    }

    /// Changes in one transaction (`SQLDatabase.write`).
    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await transaction(.writing, body)
    }

    /// Counts what the server plans by, and notes which rows all can see, so that an index alone answers. A server does both by
    /// itself a minute or so after many rows have changed; this is for whoever cannot wait.
    ///
    /// - Throws: `SQLError`.
    public func vacuum() async throws {
        try await pool.withWorker { try await $0.alone("VACUUM (ANALYZE)") }
    }

    /// Lets go of all connections. Further use is an error.
    public func close() async { await pool.close() }

    private func transaction<Value: Sendable>(
        _ purpose: PostgresWorker.Purpose, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await pool.withWorker { worker in
            let deadline = ContinuousClock.now + .seconds(Self.busySeconds)
            var pause = Duration.milliseconds(2)
            while true {
                try Task.checkCancellation()
                switch try await worker.transaction(purpose, body) {
                case .done(let value): return value
                case .inTheWay:
                    guard ContinuousClock.now < deadline else {
                        throw SQLError.busy(database: self.name, seconds: Self.busySeconds)
                    }
                    // Two that met once must not meet at every try.
                    try await Task.sleep(for: pause * Double.random(in: 0.5...1.5))
                    pause = min(pause * 2, .milliseconds(250))
                }
            }
        }
    }

    /// The address with the password left out, for messages.
    static func withoutPassword(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://"), let at = address.lastIndex(of: "@"),
            let colon = address[scheme.upperBound..<at].firstIndex(of: ":")
        else { return address.contains("password") ? "postgres" : address }
        let shown = String(address[..<colon] + address[at...])
        return shown.contains("password") ? "postgres" : shown
    }
}
