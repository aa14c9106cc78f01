import FoundationEssentials
import Postgres
import SQL

/// A schema of its own on a PostgreSQL server, which goes when the work in it is done.
enum BenchSchema {
    /// Runs with the address of a new schema; with `nil` where no server is given.
    static func use<Result>(
        _ server: String?, _ body: (String?) async throws -> Result
    ) async throws -> Result {
        guard let server else { return try await body(nil) }
        let schema = "bench_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        let database = try await PostgresDatabase(address: server)
        try await database.write { try $0.run(.trusted("CREATE SCHEMA \(schema)")) }
        let mark = server.contains("?") ? "&" : "?"
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body("\(server)\(mark)options=-csearch_path%3D\(schema)"))
        } catch { outcome = .failure(error) }
        try await database.write { try $0.run(.trusted("DROP SCHEMA \(schema) CASCADE")) }
        await database.close()
        return try outcome.get()
    }
}
