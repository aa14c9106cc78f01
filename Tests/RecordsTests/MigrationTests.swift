import DatabaseTestSupport
import FoundationEssentials
import Interview
import Records
import SQL
import Testing

@Suite("A database of an earlier form", .serialized)
struct MigrationTests {
    private static func keep(
        _ id: String, role: String, skills: [String], begin: Int64, answers: [Int64], end: Int64,
        _ connection: any SQLConnection
    ) throws {
        let number = try connection.oneRow(
            """
            INSERT INTO interviews (uuid, revision, title, kind, mode, medium, level, role, state, held_at, started_at,
                ended_at, duration_seconds, question_count, asked_count, answered_count, answered_follow_ups,
                waiting_count, body, created_at, updated_at)
            VALUES (\(id), 1, '', 'mixed', 'practice', 'voice', 'mid', \(role), 'completed', \(begin), \(begin), \(end),
                \(Double(end - begin) / 1000), 1, 1, 1, 0, 0, '{}', 0, 0) RETURNING id
            """
        ).integer("id")
        for skill in skills {
            try connection.run(
                "INSERT INTO interview_skills (interview_id, skill) VALUES (\(number), \(skill))")
        }
        try connection.run(
            "INSERT INTO interview_tags (interview_id, tag) VALUES (\(number), \("Cafe\u{301}"))")
        let turn = try connection.oneRow(
            """
            INSERT INTO turns (interview_id, number, planned_number, is_follow_up, question_key, kind, category, level,
                text, body)
            VALUES (\(number), 1, 1, 0, 'q', 'technical', 'any', 'mid', 'Why?', '{}') RETURNING id
            """
        ).integer("id")
        for (place, moment) in answers.enumerated() {
            try connection.run(
                """
                INSERT INTO takes (turn_id, interview_id, number, is_final, medium, state, received_at, needs_review, body)
                VALUES (\(turn), \(number), \(place + 1), 0, 'typed', 'received', \(moment), 0, '{}')
                """)
        }
    }

    @Test("Texts and times are as those that are kept now", arguments: TestDatabase.all)
    func migrates(kind: TestDatabase) async throws {
        try await kind.run { database in
            try await Migrator(Array(Schema.migrator.migrations.prefix(1))).migrate(database)
            let composed = "\u{C4}rztin"
            let apart = "A\u{308}rztin"
            let minute: Int64 = 60_000
            try await database.write { connection in
                // One that was broken off and continued four days later: 10 and 5 minutes, and two.
                let days = 4 * 24 * 60 * minute
                try Self.keep(
                    "a", role: composed, skills: ["caf\u{E9}", "cafe\u{301}"], begin: 0,
                    answers: [10 * minute, days, days + 5 * minute], end: days + 7 * minute, connection)
                try Self.keep(
                    "b", role: apart.uppercased(), skills: ["cafe\u{301}"], begin: 1, answers: [minute],
                    end: 5 * minute + 1,
                    connection)
                try Self.keep(
                    "c", role: "Plumber", skills: ["pipes"], begin: 2, answers: [], end: 120 * minute + 2,
                    connection)
                try connection.run(
                    """
                    INSERT INTO people (uuid, role, name, email, searched, body, created_at, updated_at) VALUES
                        ('p', 'candidate', \("Rene\u{301}"), NULL, \("rene\u{301}\n"), \("{\"id\":\"p\",\"name\":\"René\"}"), 0, 0)
                    """)
            }
            let records = try await Records(database: database)
            func found(_ change: (inout InterviewFilter) -> Void) async throws -> [String] {
                var filter = InterviewFilter()
                change(&filter)
                return try await records.interviews(filter, page: .first(9)).items.map(\.id)
            }
            for role in ["\u{E4}rztin", apart] { #expect(try await found { $0.role = role } == ["b", "a"]) }
            #expect(try await found { $0.role = "PLUMBER" } == ["c"])
            for skill in ["Caf\u{E9}", "CAFE\u{301}"] {
                #expect(try await found { $0.skill = skill } == ["b", "a"])
            }
            #expect(try await found { $0.tag = "Caf\u{E9}" } == ["c", "b", "a"])
            #expect(try await records.statistics().favouriteRole?.interviews == 2)
            let listed = try await records.interviews(page: .first(9)).items
            #expect(listed.map(\.durationSeconds) == [0, 300, 17 * 60])
            let people = try await database.read {
                try $0.rows("SELECT searched FROM people").map { Array(try $0.text("searched").utf8) }
            }
            #expect(people == [Array("ren\u{E9}\n".utf8)])
        }
    }

    @Test("An interview without a settled question has none", arguments: TestDatabase.all)
    func unsettled(kind: TestDatabase) async throws {
        try await kind.run { database in
            try await Migrator(Array(Schema.migrator.migrations.prefix(12))).migrate(database)
            try await database.write { connection in
                for (id, fixed) in [("none", "[]"), ("open", "null"), ("one", #"[{"id":"q"}]"#)] {
                    try connection.run(
                        """
                        INSERT INTO interviews (uuid, revision, title, kind, mode, medium, level, state, held_at,
                            question_count, asked_count, answered_count, answered_follow_ups, waiting_count, body,
                            created_at, updated_at)
                        VALUES (\(id), 1, \("\"fixed\":[]"), 'mixed', 'practice', 'voice', 'mid', 'scheduled', 0,
                            1, 0, 0, 0, 0, \("{\"plan\":{\"fixed\":\(fixed),\"questionCount\":1}}"), 0, 0)
                        """)
                }
            }
            let records = try await Records(database: database)
            let listed = try await records.interviews(page: .first(9)).items
            #expect(
                Dictionary(uniqueKeysWithValues: listed.map { ($0.id, $0.questionCount) })
                    == ["none": 0, "open": 1, "one": 1])
        }
    }

    @Test("Names are found however their letters are composed", arguments: TestDatabase.all)
    func composed(kind: TestDatabase) async throws {
        try await kind.records { records in
            let apart = "Rene\u{301}"
            let whole = "Ren\u{E9}"
            try await records.keep(Person(id: "a", name: apart, email: "\(apart)@example.org"))
            try await records.keep(Person(id: "b", name: whole.uppercased()))
            try await records.keep(Organization(id: "o", name: apart))
            try await records.keep(QuestionBankInfo(id: "q", name: apart, tags: [apart]))
            for text in [apart, whole, apart.uppercased()] {
                let people = try await records.people(PersonFilter(text: text), page: .first(9))
                #expect(people.items.count == 2)
                let address = PersonFilter(email: "\(text)@example.org")
                #expect(try await records.people(address, page: .first(9)).items.count == 1)
                var filter = BankFilter()
                filter.tag = text
                #expect(try await records.banks(filter, page: .first(9)).items.count == 1)
            }
            await #expect(throws: RecordsError.self) {
                try await records.keep(Person(id: "c", name: "C", email: "\(whole)@example.org"))
            }
        }
    }
}
