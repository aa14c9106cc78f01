import CPQ
import SQL

/// A connection with the statements that it has prepared.
final class PostgresSession: SQLConnection {
    /// Prepared statements are forgotten when there are this many, so that ever new ones do not fill the server.
    private static let preparedLimit = 256

    private let handle: PostgresHandle
    private let name: String
    private var prepared: [Statement: String] = [:]
    /// Whether another transaction was in the way of this one.
    private(set) var wasInTheWay = false

    var dialect: SQLDialect { .postgres }
    /// Whether the server is still there, as far as is known.
    var isAlive: Bool { handle.isAlive }

    private struct Statement: Hashable {
        var text: String
        var types: [Oid]
    }

    init(address: String, name: String) throws(SQLError) {
        handle = try PostgresHandle(address: address, name: name)
        self.name = name
        // The server must not wait for ever for a lock, nor for a program that stands still in a transaction.
        for setting in [
            "SET lock_timeout = '\(Int(PostgresDatabase.busySeconds))s'",
            "SET idle_in_transaction_session_timeout = '120s'", "SET TIME ZONE 'UTC'",
        ] { try command(setting) }
    }

    /// Begins a transaction.
    func begin(_ text: String) throws(SQLError) {
        wasInTheWay = false
        try command(text)
    }

    /// Runs a statement of this program's without values.
    func command(_ text: String) throws(SQLError) {
        let result = handle.run(text)
        guard result.isGood else { throw error(result, text) }
    }

    func rows(_ query: SQLQuery) throws(SQLError) -> [SQLRow] { try result(of: query).rows() }

    func run(_ query: SQLQuery) throws(SQLError) -> Int { try result(of: query).changes }

    private func result(of query: SQLQuery) throws(SQLError) -> PostgresResult {
        // As with SQLite: between two statements a task that was cancelled ends.
        if Task.isCancelled { throw .cancelled }
        let text = query.text
        let values = query.values
        guard !values.isEmpty else {
            let result = handle.run(text)
            guard result.isGood else { throw error(result, text) }
            return result
        }
        let statement = Statement(text: text, types: values.map(PostgresType.of))
        let result = handle.run(
            prepared: try preparedName(of: statement), values: values.map(PostgresType.sent))
        guard result.isGood else { throw error(result, text) }
        return result
    }

    private func preparedName(of statement: Statement) throws(SQLError) -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.preparedLimit {
            try command("DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "viva\(prepared.count)"
        let result = handle.prepare(name, statement.text, types: statement.types)
        guard result.isGood else { throw error(result, statement.text) }
        prepared[statement] = name
        return name
    }

    private func error(_ result: borrowing PostgresResult, _ text: String) -> SQLError {
        let state = result.state
        let reason = result.reason ?? handle.reason
        if ["40001", "40P01"].contains(state) { wasInTheWay = true }
        guard handle.isAlive else { return .connectionLost(database: name, reason: reason) }
        // PostgreSQL's table of error codes, appendix A of its manual.
        return switch state {
        case "23505": .ruleBroken(.unique, detail: reason)
        case "23503": .ruleBroken(.foreignKey, detail: reason)
        case "23502": .ruleBroken(.notNull, detail: reason)
        case "23514": .ruleBroken(.check, detail: reason)
        case "40001", "40P01", "55P03": .busy(database: name, seconds: PostgresDatabase.busySeconds)
        case "53100": .full(database: name)
        case "25006": .readOnly(database: name)
        case "XX001", "XX002": .damaged(database: name, reason: reason, copy: nil)
        default: .failed(statement: text, reason: reason)
        }
    }
}
