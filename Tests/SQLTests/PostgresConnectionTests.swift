import DatabaseTestSupport
import Foundation
import SQL
import Synchronization
import Testing

@testable import Postgres

#if canImport(Glibc)
    import Glibc
#endif

@Suite("Connections to PostgreSQL", .enabled(if: TestDatabase.address != nil), .serialized)
struct PostgresConnectionTests {
    private static func run(_ body: (any SQLDatabase) async throws -> Void) async throws {
        try await TestDatabase.postgres.run { database in
            try await database.write { try $0.run("CREATE TABLE things (id BIGINT)") }
            try await body(database)
        }
    }

    private static func count(_ database: any SQLDatabase) async throws -> Int {
        try await database.read { try $0.oneRow("SELECT COUNT(*) AS n FROM things").count("n") }
    }

    private static func isLost(_ error: SQLError?) -> Bool {
        if case .connectionLost = error { true } else { false }
    }

    @Test("A conflict is tried again, and one that was does not make a conflict of later errors")
    func conflicts() async throws {
        try await Self.run { database in
            let tries = Mutex(0)
            try await database.write { connection in
                if tries.withLock({
                    $0 += 1
                    return $0 == 1
                }) {
                    try connection.run("DO $$ BEGIN RAISE EXCEPTION 'met' USING ERRCODE = '40001'; END $$")
                }
                try connection.run("INSERT INTO things VALUES (1)")
            }
            #expect(tries.withLock { $0 } == 2)
            tries.withLock { $0 = 0 }
            await #expect(throws: SQLError.self) {
                try await database.write { connection in
                    tries.withLock { $0 += 1 }
                    _ = try connection.oneRow("SELECT id FROM things").text("id")
                }
            }
            #expect(tries.withLock { $0 } == 1)
        }
    }

    @Test("A connection that was closed while nobody used it is made anew")
    func lostWhileIdle() async throws {
        try await Self.run { database in
            let pid = try await database.read {
                try $0.oneRow("SELECT pg_backend_pid() AS pid").integer("pid")
            }
            let other = try await PostgresDatabase(address: try #require(TestDatabase.address))
            try await other.write {
                try $0.run("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER), 10000)")
            }
            await other.close()
            let count = try await Self.count(database)
            #expect(count == 0)
        }
    }

    @Test(
        "A connection that is lost in a transaction is said, nothing is changed, and the next one is made anew"
    )
    func lostInside() async throws {
        try await Self.run { database in
            let error = await #expect(throws: SQLError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO things VALUES (1)")
                    try connection.run("SELECT pg_terminate_backend(pg_backend_pid())")
                    try connection.run("INSERT INTO things VALUES (2)")
                }
            }
            #expect(Self.isLost(error))
            let count = try await Self.count(database)
            #expect(count == 0)
        }
    }

    @Test("A connection that is lost at the end of a transaction is said")
    func lostAtCommit() async throws {
        try await Self.run { database in
            try await database.write { connection in
                try connection.run(
                    """
                    CREATE FUNCTION leave() RETURNS TRIGGER LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                    """)
                try connection.run(
                    """
                    CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON things DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION leave()
                    """)
            }
            let error = await #expect(throws: SQLError.self) {
                try await database.write { try $0.run("INSERT INTO things VALUES (1)") }
            }
            #expect(Self.isLost(error))
            let count = try await Self.count(database)
            #expect(count == 0)
        }
    }

    @Test("Who waits in line for a connection may give up, and is told when there will be none")
    func waitingInLine() async throws {
        try await Self.run { database in
            let holder = try await PostgresDatabase(address: try #require(TestDatabase.address))
            let lock = Int64.random(in: 1...Int64.max)
            try await holder.read { _ = try $0.rows("SELECT pg_advisory_lock(\(lock))") }
            let busy = (0..<PostgresDatabase.connectionLimit).map { _ in
                Task {
                    try await database.read {
                        try $0.rows("SELECT pg_advisory_xact_lock_shared(\(lock))").count
                    }
                }
            }
            var waiting = 0
            while waiting < busy.count {
                waiting = try await holder.read {
                    try $0.oneRow(
                        """
                        SELECT COUNT(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
                        AND (CAST(classid AS BIGINT) << 32) + CAST(objid AS BIGINT) = \(lock)
                        """
                    ).count("n")
                }
            }
            let impatient = Task { try await Self.count(database) }
            impatient.cancel()
            await #expect(throws: CancellationError.self) { try await impatient.value }
            let patient = Task { try await Self.count(database) }
            await Task.yield()
            await database.close()
            let error = await #expect(throws: SQLError.self) { try await patient.value }
            #expect(Self.isLost(error))
            try await holder.read { _ = try $0.rows("SELECT pg_advisory_unlock(\(lock))") }
            for task in busy {
                let rows = try await task.value
                #expect(rows == 1)
            }
            await holder.close()
        }
    }

    @Test("Ever new statements do not fill the server")
    func manyStatements() async throws {
        try await Self.run { database in
            let held = try await database.read { connection in
                for number in 0..<300 {
                    let row = try connection.oneRow(
                        "SELECT CAST(\(number) AS BIGINT) + \(SQLQuery.trusted("\(number)")) AS n")
                    #expect(try row.count("n") == 2 * number)
                }
                return try connection.oneRow("SELECT COUNT(*) AS n FROM pg_prepared_statements").count("n")
            }
            #expect((1...256).contains(held))
        }
    }

    @Test("A server that does not answer any more is given up after half a minute")
    func givesUp() async throws {
        try await Self.run { _ in
            let limits = (0..<1024).map { (descriptor: Int32) -> UInt32 in
                var limit: UInt32 = 0
                var size = socklen_t(MemoryLayout<UInt32>.size)
                return getsockopt(descriptor, Int32(IPPROTO_TCP), Int32(TCP_USER_TIMEOUT), &limit, &size) == 0
                    ? limit : 0
            }
            #expect(limits.contains(30_000))
        }
    }
}
