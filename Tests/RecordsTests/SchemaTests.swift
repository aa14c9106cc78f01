import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import SQL
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
}
