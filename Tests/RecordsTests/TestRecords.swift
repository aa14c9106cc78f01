import DatabaseTestSupport
import Foundation
import Interview
import Records
import SQL

extension TestDatabase {
    /// Runs a test with empty records.
    func records(_ body: (Records) async throws -> Void) async throws {
        try await run { try await body(Records(database: $0)) }
    }
}

/// A moment of the tests.
let noon = Date(timeIntervalSince1970: 1_700_000_000)

/// How many rows some tables have.
func rowCounts(_ tables: [String], _ records: Records) async throws -> [Int] {
    try await records.database.read { connection in
        try tables.map {
            try connection.oneRow(.trusted("SELECT COUNT(*) AS n FROM \($0)")).count("n")
        }
    }
}
