import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import SQL
import SQLite
import Testing

@testable import Records

@Suite("The tables of an earlier viva")
struct SchemaTests {
    @Test("A database of form 3 is brought to the latest with all that it has", arguments: TestDatabase.all)
    func beforeTheIndices(kind: TestDatabase) async throws {
        try await kind.run { database in
            let earlier = Migrator(Array(Schema.migrator.migrations.prefix(3)))
            #expect(try await earlier.migrate(database).map(\.version) == [1, 2, 3])
            let interviews = try (0..<5).map { number in
                try testInterview(
                    [TestTurn(testQuestion("q"), "I use an index.")], id: "i\(number)",
                    details: InterviewDetails(tags: number.isMultiple(of: 2) ? ["even"] : []),
                    startedAt: noon + Double(number))
            }
            try await database.write { connection in
                for interview in interviews {
                    try EarlierInterviewRows(connection: connection).insert(interview)
                }
            }

            let records = try await Records(database: database)
            #expect(try await Schema.migrator.version(of: database) == Schema.migrator.latest)
            for interview in interviews {
                #expect(try await records.interview(.id(interview.id)).interview == interview)
            }
            var filter = InterviewFilter()
            filter.tag = "even"
            filter.states = [.inProgress]
            let page = try await records.interviews(filter, page: .skipping(1, count: 5))
            #expect(page.items.map(\.id) == ["i2", "i0"])
            #expect(page.total == 3)
            // An earlier viva leaves it alone.
            await #expect(throws: SQLError.self) { try await earlier.migrate(database) }
        }
    }

    @Test("Labels of form 4 get what lists of them are filtered by", arguments: TestDatabase.all)
    func labels(kind: TestDatabase) async throws {
        try await kind.run { database in
            let earlier = Migrator(Array(Schema.migrator.migrations.prefix(4)))
            try await earlier.migrate(database)
            try await database.write { connection in
                for (number, state, score) in [(1, "completed", "71.5"), (2, "scheduled", "NULL")] {
                    try connection.run(
                        .trusted(
                            """
                            INSERT INTO interviews (
                                id, uuid, revision, title, kind, mode, medium, level, role, role_folded, state, held_at,
                                question_count, asked_count, answered_count, answered_follow_ups, waiting_count,
                                overall, body, created_at, updated_at)
                            VALUES (\(number), 'i\(number)', 1, '', 'technical', 'practice', 'text', 'senior', 'Bäcker',
                                'bäcker', '\(state)', \(number)000, 3, 1, 1, 0, \(number), \(score), '{}', 0, 0)
                            """))
                    try connection.run(
                        "INSERT INTO interview_skills (interview_id, skill) VALUES (\(number), 'rust')")
                }
            }
            try await Schema.migrator.migrate(database)
            let rows = try await database.read { connection in
                try connection.rows(
                    """
                    SELECT s.state, s.held_at, s.kind, s.level, s.mode, s.role_folded, s.waiting_count, s.overall
                    FROM interview_skills s ORDER BY s.interview_id
                    """)
            }
            #expect(try rows.map { try $0.text("state") } == ["completed", "scheduled"])
            #expect(try rows.map { try $0.integer("held_at") } == [1000, 2000])
            #expect(try rows.map { try $0.text("level") } == ["senior", "senior"])
            #expect(try rows.map { try $0.text("role_folded") } == ["bäcker", "bäcker"])
            #expect(try rows.map { try $0.integer("waiting_count") } == [1, 2])
            #expect(try rows.map { try $0.optionalReal("overall") } == [71.5, nil])
        }
    }

    @Test("Whoever has a database open while another brings it to a later form writes nothing more to it")
    func openMeanwhile() async throws {
        let database = try SQLiteDatabase.inMemory()
        let records = try await Records(database: database)
        let kept = try await records.keep(Interview(id: "i", plan: InterviewPlan(seed: 1), startedAt: noon))
        try await database.write { connection in
            try connection.run(
                """
                INSERT INTO schema_migrations (version, name, applied_at)
                VALUES (\(Schema.migrator.latest + 1), 'later', 0)
                """)
        }
        let error = await #expect(throws: RecordsError.self) {
            try await records.change(.id("i")) { $0.details.title = "Changed" }
        }
        #expect(error?.description.contains("a later viva") == true)
        #expect(try await records.interview(.number(kept.number)).interview.details.title == "")
        await database.close()
    }
}
