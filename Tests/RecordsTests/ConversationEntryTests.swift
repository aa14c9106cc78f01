import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import SQL
import Testing

@testable import Records

@Suite struct ConversationEntryTests {
    private static func interview(_ id: String) throws -> Interview {
        try testInterview(
            [
                TestTurn(testQuestion("a", "Why?"), "Because of this."),
                TestTurn(testQuestion("b", "How?"), "Like that."),
            ], id: id, startedAt: noon)
    }

    @Test(arguments: TestDatabase.all)
    func whatIsSaidIsNumberedInItsOrder(kind: TestDatabase) async throws {
        try await kind.records { records in
            let one = try await records.keep(Self.interview("one")).number
            let two = try await records.keep(Self.interview("two")).number
            let question = try await records.sheet(of: .number(one)).questions[1].number
            let note = try await records.say(
                Message(speaker: .candidate, text: "May I ask?", date: noon + 900), about: question,
                audio: "https://example.org/a.wav", in: .number(one))
            #expect(note.question == question)
            #expect(try await records.conversationEntry(note.number) == note)
            let said = try await records.conversationEntries(of: one, page: .skipping(0, count: 9))
            #expect(
                said.items.map(\.text) == ["Why?", "Because of this.", "How?", "Like that.", "May I ask?"])
            #expect(
                said.items.map(\.speaker) == [
                    .interviewer, .candidate, .interviewer, .candidate, .candidate,
                ])
            #expect(said.items.map(\.number) == said.items.map(\.number).sorted())
            #expect(said.items[2].question == question)
            #expect(said.items[3].question == question)
            #expect(said.total == 5)
            let all = try await records.conversationEntries(page: .skipping(4, count: 9))
            #expect(all.items.first?.interview == two)
            #expect(all.total == 9)
            await #expect(throws: RecordsError.self) {
                try await records.say(
                    Message(speaker: .candidate, text: "?", date: noon), about: question, in: .number(two))
            }
            #expect(try await rowCounts(["messages"], records) == [1], "Nothing of it is kept.")
            try await records.deleteInterview(.number(one))
            #expect(try await rowCounts(["conversation_entries"], records) == [4])
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatWasKeptBeforeIsNumberedToo(kind: TestDatabase) async throws {
        try await kind.run { database in
            let earlier = Migrator(Array(Schema.migrator.migrations.prefix { $0.name != Self.migration }))
            try await earlier.migrate(database)
            try await database.write { connection in
                for (id, role) in [("a", "admin"), ("b", "interviewer"), ("c", "candidate")] {
                    try connection.run(
                        """
                        INSERT INTO people (uuid, role, name, body, created_at, updated_at)
                        VALUES (\(id), \(role), \(id), \("{\"id\":\"\(id)\",\"name\":\"\(id)\",\"role\":\"\(role)\"}"), 0, 0)
                        """)
                }
                var interview = try Self.interview("one")
                interview.details.candidate = 1
                try EarlierInterviewRows(connection: connection).insert(interview)
                try connection.run(
                    """
                    INSERT INTO messages (uuid, interview_id, speaker, text, created_at)
                    VALUES ('m', 1, 'system', 'Between.', \(noon + 1))
                    """)
            }
            let records = try await Records(database: database)
            let said = try await records.conversationEntries(page: .first(9)).items
            #expect(said.first?.text == "Why?")
            #expect(said.first?.date == noon)
            #expect(Set(said.map(\.text)) == ["Why?", "Because of this.", "How?", "Like that.", "Between."])
            #expect(said.map(\.date) == said.map(\.date).sorted())
            #expect(try await records.participant(.number(1), as: .student).person.value.id == "a")
            #expect(try await records.participant(.number(2), as: .student).person.value.id == "c")
            #expect(try await records.participant(.number(1), as: .interviewer).person.value.id == "b")
        }
    }

    private static let migration = Migration.participants(version: 1).name
}
