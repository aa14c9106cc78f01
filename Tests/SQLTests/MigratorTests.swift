import DatabaseTestSupport
import SQL
import Testing

@Suite("Steps from one form of the tables to the next")
struct MigratorTests {
    private static let first = Migration(version: 1, name: "things") { dialect in
        [
            "CREATE TABLE things (id \(dialect.identity), name TEXT)",
            "INSERT INTO things (name) VALUES ('first')",
        ]
    }
    private static let second = Migration(version: 2, name: "sizes") { _ in
        ["ALTER TABLE things ADD COLUMN size BIGINT NOT NULL DEFAULT 7"]
    }

    @Test("Each step is taken once, in order", arguments: TestDatabase.all)
    func once(kind: TestDatabase) async throws {
        try await kind.run { database in
            #expect(try await Migrator([Self.first]).version(of: database) == 0)
            #expect(try await Migrator([Self.first]).migrate(database).map(\.version) == [1])
            #expect(try await Migrator([Self.first, Self.second]).migrate(database).map(\.version) == [2])
            #expect(try await Migrator([Self.first, Self.second]).migrate(database).isEmpty)
            let row = try await database.read { try $0.oneRow("SELECT * FROM things") }
            #expect(try row.text("name") == "first")
            #expect(try row.integer("size") == 7)
        }
    }

    @Test("A step that fails leaves the form before it", arguments: TestDatabase.all)
    func failingStep(kind: TestDatabase) async throws {
        let wrong = Migration(version: 2, name: "wrong") { _ in
            ["CREATE TABLE others (id BIGINT)", "ALTER TABLE nothing ADD COLUMN size BIGINT"]
        }
        try await kind.run { database in
            await #expect(throws: SQLError.self) {
                try await Migrator([Self.first, wrong]).migrate(database)
            }
            let version = try await Migrator([Self.first]).version(of: database)
            #expect(version == 1)
            let taken = try await Migrator([Self.first, Self.second]).migrate(database)
            #expect(taken.map(\.version) == [2])
            await #expect(throws: SQLError.self) {
                try await database.read { try $0.rows("SELECT * FROM others") }
            }
        }
    }

    @Test("A database of a later program is left alone", arguments: TestDatabase.all)
    func newer(kind: TestDatabase) async throws {
        try await kind.run { database in
            try await Migrator([Self.first, Self.second]).migrate(database)
            await #expect(throws: SQLError.newerVersion(database: database.name, found: 2, known: 1)) {
                try await Migrator([Self.first]).migrate(database)
            }
        }
    }

    @Test("Programs that begin at once take each step once", arguments: TestDatabase.all)
    func atOnce(kind: TestDatabase) async throws {
        try await kind.run { database in
            let taken = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await Migrator([Self.first, Self.second]).migrate(database).count }
                }
                return try await group.reduce(0, +)
            }
            #expect(taken == 2)
        }
    }
}
