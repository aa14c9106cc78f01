import DatabaseTestSupport
import Foundation
import SQL
import Synchronization
import Testing

@Suite("A database, the same on SQLite and PostgreSQL")
struct SQLDatabaseTests {
    private static func withTable(
        _ kind: TestDatabase, _ body: (any SQLDatabase) async throws -> Void
    ) async throws {
        try await kind.run { database in
            try await database.write { connection in
                try connection.run(
                    """
                    CREATE TABLE things (
                        id \(connection.dialect.identity), name TEXT UNIQUE, size DOUBLE PRECISION,
                        count BIGINT NOT NULL DEFAULT 0 CHECK (count >= 0),
                        parent_id BIGINT REFERENCES things (id) ON DELETE CASCADE)
                    """)
            }
            try await body(database)
        }
    }

    @Test("Values come back as they went in", arguments: TestDatabase.all)
    func roundTrip(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            let text = "ünïcode 'quoted' \"twice\" $1 ?1 -- \n\t 漢字 🎤"
            let id = try await database.write { connection in
                try connection.oneRow(
                    """
                    INSERT INTO things (name, size, count) VALUES (\(text), \(0.1), \(Int64.max)) RETURNING id
                    """
                ).integer("id")
            }
            let row = try await database.read { connection in
                try connection.oneRow("SELECT * FROM things WHERE id = \(id)")
            }
            #expect(try row.text("name") == text)
            #expect(try row.real("size") == 0.1)
            #expect(try row.integer("count") == .max)
            #expect(try row.optionalInteger("parent_id") == nil)
            #expect(throws: SQLError.self) { try row.integer("parent_id") }
            #expect(throws: SQLError.self) { try row.text("nothing") }
        }
    }

    @Test("Values are bound by their number and not by where they come first", arguments: TestDatabase.all)
    func numbersOfValues(kind: TestDatabase) async throws {
        try await kind.run { database in
            let row = try await database.read { connection in
                try connection.oneRow(
                    "SELECT CAST(\("a") AS TEXT) AS a, CAST(\("b") AS TEXT) AS b, CAST(\("a") AS TEXT) AS again"
                )
            }
            #expect(try [row.text("a"), row.text("b"), row.text("again")] == ["a", "b", "a"])
        }
    }

    @Test(
        "Sums and means of whole numbers are numbers, and comparing gives 0 or 1", arguments: TestDatabase.all
    )
    func aggregates(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            try await database.write { connection in
                for count in 1...4 { try connection.run("INSERT INTO things (count) VALUES (\(count))") }
            }
            let row = try await database.read { connection in
                try connection.oneRow(
                    """
                    SELECT SUM(count) AS total, AVG(count) AS mean, COUNT(*) AS number, MAX(count) > 3 AS large,
                        SUM(size) AS missing FROM things
                    """)
            }
            #expect(try row.integer("total") == 10)
            #expect(try row.real("mean") == 2.5)
            #expect(try row.count("number") == 4)
            #expect(try row.flag("large"))
            #expect(try row.optionalReal("missing") == nil)
        }
    }

    @Test("An error undoes the whole transaction", arguments: TestDatabase.all)
    func rollsBack(kind: TestDatabase) async throws {
        struct Refused: Error {}
        try await Self.withTable(kind) { database in
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO things (name) VALUES ('one')")
                    throw Refused()
                }
            }
            await #expect(throws: SQLError.self) {
                try await database.write { connection in
                    try connection.run("INSERT INTO things (name) VALUES ('one')")
                    try connection.run("INSERT INTO things (name) VALUES ('one')")
                }
            }
            let count = try await database.read {
                try $0.oneRow("SELECT count(*) AS n FROM things").count("n")
            }
            #expect(count == 0)
        }
    }

    @Test("A broken rule of the tables says which", arguments: TestDatabase.all)
    func rules(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            try await database.write { try $0.run("INSERT INTO things (name) VALUES ('one')") }
            let wrong: [(SQLQuery, SQLError.Rule)] = [
                ("INSERT INTO things (name) VALUES ('one')", .unique),
                ("INSERT INTO things (parent_id) VALUES (99)", .foreignKey),
                ("INSERT INTO things (count) VALUES (-1)", .check),
                ("INSERT INTO things (count) VALUES (NULL)", .notNull),
            ]
            for (query, rule) in wrong {
                do {
                    try await database.write { try $0.run(query) }
                    Issue.record("\(query.text) was taken")
                } catch let error as SQLError {
                    guard case .ruleBroken(let found, _) = error else {
                        Issue.record("\(error)")
                        continue
                    }
                    #expect(found == rule, "\(query.text)")
                }
            }
        }
    }

    @Test("How many rows were changed, without those that went with them", arguments: TestDatabase.all)
    func changes(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            try await database.write { connection in
                let id = try connection.oneRow("INSERT INTO things (name) VALUES ('one') RETURNING id")
                    .integer("id")
                try connection.run("INSERT INTO things (parent_id) VALUES (\(id)), (\(id))")
                #expect(try connection.run("UPDATE things SET size = 1 WHERE name = 'none'") == 0)
                #expect(try connection.run("UPDATE things SET size = 1") == 3)
                #expect(try connection.run("DELETE FROM things WHERE id = \(id)") == 1)
                #expect(try connection.oneRow("SELECT count(*) AS n FROM things").count("n") == 0)
            }
        }
    }

    @Test("Many writers at once lose nothing", arguments: TestDatabase.all)
    func manyWriters(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            try await database.write { try $0.run("INSERT INTO things (name, count) VALUES ('sum', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.write { connection in
                            let before = try connection.oneRow("SELECT count FROM things WHERE name = 'sum'")
                                .integer("count")
                            try connection.run("UPDATE things SET count = \(before + 1) WHERE name = 'sum'")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let count = try await database.read {
                try $0.oneRow("SELECT count FROM things WHERE name = 'sum'").integer("count")
            }
            #expect(count == 20)
        }
    }

    @Test("A statement that is wrong says so, and the connection goes on", arguments: TestDatabase.all)
    func wrongStatement(kind: TestDatabase) async throws {
        try await kind.run { database in
            await #expect(throws: SQLError.self) { try await database.read { try $0.rows("SELEKT 1") } }
            let one = try await database.read { try $0.oneRow("SELECT 1 AS one").integer("one") }
            #expect(one == 1)
            await database.close()
            await #expect(throws: (any Error).self) { try await database.read { try $0.rows("SELECT 1") } }
        }
    }

    @Test("A read changes nothing", arguments: TestDatabase.all)
    func readsOnly(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            await #expect(throws: SQLError.self) {
                try await database.read {
                    try $0.rows("INSERT INTO things (name) VALUES ('one') RETURNING id")
                }
            }
        }
    }

    @Test(
        "A task that was cancelled ends between two statements, and nothing is changed",
        arguments: TestDatabase.all)
    func cancelled(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            // The task is cancelled from inside, between two statements: however busy the machine is, never after the last.
            let (begin, canBegin) = AsyncStream<Void>.makeStream()
            let itself = Mutex<Task<Void, any Error>?>(nil)
            let work = Task {
                for await _ in begin { break }
                try await database.write { connection in
                    try connection.run("INSERT INTO things (count) VALUES (1)")
                    itself.withLock { $0 }?.cancel()
                    try connection.run("INSERT INTO things (count) VALUES (2)")
                }
            }
            itself.withLock { $0 = work }
            canBegin.yield()
            await #expect(throws: CancellationError.self) { try await work.value }
            let reading = Task { try await database.read { try $0.rows("SELECT 1 AS one").count } }
            reading.cancel()
            _ = await reading.result
            let count = try await database.read {
                try $0.oneRow("SELECT count(*) AS n FROM things").count("n")
            }
            #expect(count == 0)
        }
    }

    @Test("A moment beyond the years of a database is brought to the nearest that it holds")
    func moments() {
        let limit: Int64 = 8_640_000_000_000_000
        #expect(Date(timeIntervalSince1970: 1e300).sqlValue == .integer(limit))
        #expect(Date(timeIntervalSince1970: -1e300).sqlValue == .integer(-limit))
        #expect(Date(timeIntervalSince1970: .infinity).sqlValue == .integer(limit))
        #expect(Date(timeIntervalSince1970: .nan).sqlValue == .integer(0))
        #expect(Date(timeIntervalSince1970: -1.5).sqlValue == .integer(-1500))
    }

    @Test("What nobody can count with is no value, and a text has no zeros", arguments: TestDatabase.all)
    func oddValues(kind: TestDatabase) async throws {
        try await Self.withTable(kind) { database in
            let row = try await database.write { connection in
                try connection.oneRow(
                    "INSERT INTO things (name, size) VALUES (\("a\0b"), \(Double.nan)) RETURNING name, size")
            }
            #expect(try row.text("name") == "a\u{FFFD}b")
            #expect(try row.optionalReal("size") == nil)
        }
    }
}
