/// A database that statements are run in, as transactions.
///
/// ```swift
/// let count = try await database.read { connection in
///     try connection.oneRow("SELECT count(*) AS n FROM interviews").count("n")
/// }
/// ```
public protocol SQLDatabase: Sendable {
    /// How it writes what is not written the same everywhere.
    var dialect: SQLDialect { get }
    /// The database for people: the file, or the address without the password.
    var name: String { get }

    /// Reads in one transaction: all of it sees the same state, whatever others write meanwhile.
    ///
    /// - Throws: what `body` throws, `SQLError`, and `CancellationError` when the task was cancelled.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Changes in one transaction: all of it or nothing, on the disk when this returns. Writers come one after the other
    /// or as if they did; `body` may be run again when another writer was in the way, so it has no effect but on the
    /// database.
    ///
    /// - Throws: what `body` throws, `SQLError`, and `CancellationError` when the task was cancelled; nothing is changed then.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value

    /// Lets go of all connections. Further use is an error.
    func close() async
}
