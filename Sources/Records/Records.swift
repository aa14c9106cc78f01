import FoundationEssentials
import Interview
public import SQL

/// All that is kept: interviews, people, questions, templates, reports and what is counted over them.
///
/// ```swift
/// let records = try await Records(database: SQLiteDatabase(path: "viva.db"))
/// let kept = try await records.keep(interview)
/// let page = try await records.interviews(InterviewFilter(state: .completed), page: .first(20))
/// ```
/// Each function is one transaction: it is done as a whole and on the disk when it returns, or nothing is changed.
public struct Records: Sendable {
    /// The database.
    public let database: any SQLDatabase

    /// The records of a database, which is brought to the latest form.
    ///
    /// - Throws: `RecordsError.database`, also for a database of a later program.
    public init(database: any SQLDatabase) async throws(RecordsError) {
        self.database = database
        do { try await Schema.migrator.migrate(database) } catch { throw RecordsError(error) }
    }

    /// Reads in one transaction.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws(RecordsError) -> Value {
        do { return try await database.read(body) } catch { throw RecordsError(error) }
    }

    /// Changes in one transaction.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws(RecordsError) -> Value {
        let name = database.name
        do {
            return try await database.write { connection in
                try Schema.migrator.requireKnown(connection, of: name)
                return try body(connection)
            }
        } catch {
            throw RecordsError(error)
        }
    }
}

extension RecordsError {
    /// What an error out of a transaction means.
    package init(_ error: any Error) {
        self =
            switch error {
            case let error as RecordsError: error
            case SQLError.cancelled, is CancellationError: .cancelled
            case let error as SQLError: .database(error)
            case let error as InterviewError: .interview(error)
            case let error as InvalidField: .invalid(field: error.field, reason: error.reason)
            default: .database(.failed(statement: "", reason: "\(error)"))
            }
    }
}
