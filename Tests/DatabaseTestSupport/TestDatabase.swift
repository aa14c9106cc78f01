import Foundation
import Postgres
package import SQL
import SQLite

/// An empty database for one test, of each sort that is there.
package enum TestDatabase: String, Sendable, CaseIterable {
    /// In memory.
    case sqlite
    /// A schema of its own on the server that `VIVA_TEST_POSTGRES` names.
    case postgres

    /// The sorts that tests can use here: PostgreSQL only beside a server (`scripts/with-postgres`).
    package static var all: [TestDatabase] { address == nil ? [.sqlite] : [.sqlite, .postgres] }

    /// The server's address.
    package static var address: String? { ProcessInfo.processInfo.environment["VIVA_TEST_POSTGRES"] }

    /// Runs a test with an empty database.
    package func run(_ body: (any SQLDatabase) async throws -> Void) async throws {
        switch self {
        case .sqlite:
            let database = try SQLiteDatabase.inMemory()
            try await body(database)
            await database.close()
        case .postgres:
            guard let address = Self.address else { return }
            let schema = "test_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
            let server = try await PostgresDatabase(address: address)
            try await server.write { try $0.run(.trusted("CREATE SCHEMA \(schema)")) }
            let database = try await PostgresDatabase(address: "\(address)?options=-csearch_path%3D\(schema)")
            let result: Result<Void, any Error>
            do { result = .success(try await body(database)) } catch { result = .failure(error) }
            await database.close()
            try await server.write { try $0.run(.trusted("DROP SCHEMA \(schema) CASCADE")) }
            await server.close()
            try result.get()
        }
    }
}
