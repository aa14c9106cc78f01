import DatabaseTestSupport
import Foundation
import Interview
import Records
import Testing

@Suite("Which recordings are named", .serialized)
struct RecordingFileTests {
    @Test("What an interview names is named until it is deleted", arguments: TestDatabase.all)
    func named(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            let date = Date(timeIntervalSince1970: 1_700_000_000)
            for (id, address) in [("one", "aa"), ("two", "bb")] {
                try await records.keep(
                    Interview(id: id, plan: InterviewPlan(seed: 1), startedAt: date),
                    recordings: [
                        KeptRecording(name: "questions/01.wav", address: "shared", bytes: 3),
                        KeptRecording(name: "answers/01-1.wav", address: address, bytes: 5),
                    ])
            }
            let all: Set = ["aa", "bb", "shared", "nobody's"]
            #expect(try await records.named(of: all) == ["aa", "bb", "shared"])
            #expect(try await records.named(of: []).isEmpty)
            let one = try await records.identity(ofInterview: .id("one"))
            #expect(try await records.identity(ofInterview: .number(one.number)).id == "one")
            try await records.deleteInterview(.number(one.number))
            #expect(try await records.named(of: all) == ["bb", "shared"])
            await #expect(throws: RecordsError.self) { try await records.identity(ofInterview: .id("one")) }
            #expect(try await records.names(ofPeople: [1, 2]).isEmpty)
            #expect(try await records.name(ofOrganization: 1) == nil)
        }
    }
}
