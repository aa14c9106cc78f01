import SQL
import Speech

/// One connection on a queue of its own: libpq waits for the server, and nothing else should wait for libpq.
actor PostgresWorker {
    /// What a transaction is for.
    enum Purpose: Sendable {
        case reading
        case writing

        /// How it begins. A reader sees one state; writers act as if they came one after the other.
        fileprivate var begin: String {
            switch self {
            case .reading: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .writing: "BEGIN ISOLATION LEVEL SERIALIZABLE"
            }
        }
    }

    /// How a transaction ended.
    enum Outcome<Value: Sendable>: Sendable {
        case done(Value)
        /// Another transaction was in the way: it may be run again.
        case inTheWay
    }

    private let queue = SerialQueue(label: "viva.postgres")
    private let address: String
    private let name: String
    private var session: PostgresSession?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    init(address: String, name: String) {
        self.address = address
        self.name = name
    }

    /// Runs a transaction. A connection that broke while nobody used it is made anew.
    func transaction<Value: Sendable>(
        _ purpose: Purpose, _ body: @Sendable (any SQLConnection) throws -> Value
    ) throws -> Outcome<Value> {
        let session = try begun(purpose)
        do {
            let value = try body(session)
            try session.command("COMMIT")
            return .done(value)
        } catch {
            let isInTheWay = error is SQLError && session.wasInTheWay
            rollBack(session)
            if isInTheWay { return .inTheWay }
            throw error as? SQLError == .cancelled ? CancellationError() : error
        }
    }

    /// Runs a statement outside of a transaction.
    func alone(_ text: String) throws(SQLError) {
        let session = if let session { session } else { try PostgresSession(address: address, name: name) }
        self.session = session
        do { try session.command(text) } catch {
            if !session.isAlive { self.session = nil }
            throw error
        }
    }

    func close() { session = nil }

    private func begun(_ purpose: Purpose) throws(SQLError) -> PostgresSession {
        if let session {
            do {
                try session.begin(purpose.begin)
                return session
            } catch .connectionLost {
                self.session = nil
            }
        }
        let session = try PostgresSession(address: address, name: name)
        try session.begin(purpose.begin)
        self.session = session
        return session
    }

    private func rollBack(_ session: PostgresSession) {
        // When this fails the connection is gone, and the server rolls back by itself.
        do { try session.command("ROLLBACK") } catch { self.session = nil }
        if !session.isAlive { self.session = nil }
    }
}
