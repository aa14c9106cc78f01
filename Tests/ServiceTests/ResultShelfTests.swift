import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Service
import Testing

/// Results that were looked at before are those of now.
@Suite struct ResultShelfTests {
    @Test(arguments: TestDatabase.all)
    func whatHasChangedSinceIsSeen(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            let ann = try await test.somebody("Ann", .candidate)
            let person = try #require(ann.person)
            let begun = try await test.begun(2, candidate: person)
            let name = RecordName.number(begun.number)
            func look() async throws -> (results: InterviewResults, text: String) {
                let results = try await service.results(of: name, for: .local)
                let bytes = results.rendered(as: "form") {
                    Array(
                        "\(results.sheet.questions.count { $0.isAnswered }) \(results.sheet.interview.details.candidate ?? 0)"
                            .utf8)
                }
                return (results, String(decoding: bytes, as: UTF8.self))
            }
            #expect(try await look().text == "0 \(person)")
            #expect(try await look().text == "0 \(person)")
            #expect(try await look().results.summary.meanOverall == nil)

            let question = try #require(begun.questions.first)
            _ = try await service.answer(TestService.answer, to: question.number, for: ann)
            #expect(try await look().text == "1 \(person)")
            #expect(try await look().results.summary.meanOverall != nil)

            // By its id it is the same.
            let other = try await service.results(of: .id(begun.interview.id), for: .local)
            #expect(other.sheet.number == begun.number)

            // What goes with something else is no writing of the interview.
            _ = try await test.records.deletePerson(.number(person))
            #expect(try await look().text == "1 0")
        }
    }

    @Test(arguments: TestDatabase.all)
    func nobodySeesResultsBecauseAnotherLookedAtThem(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let ann = try await test.somebody("Ann", .candidate)
            let bob = try await test.somebody("Bob", .candidate)
            let begun = try await test.begun(1, candidate: ann.person)
            let name = RecordName.number(begun.number)
            _ = try await test.service.results(of: name, for: ann)
            await #expect(throws: ServiceError.self) {
                _ = try await test.service.results(of: name, for: bob)
            }
            try await test.service.delete(name, for: .local)
            await #expect(throws: ServiceError.self) {
                _ = try await test.service.results(of: name, for: ann)
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func earlierScoresBelongToTheStamp(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let records = test.records
            let first = try await test.begun(1)
            _ = try await test.service.answer(
                TestService.answer, to: try #require(first.questions.first).number, for: .local)
            let later = test.service(at: TestService.now + 3600)
            var request = InterviewRequest()
            request.questionCount = 1
            request.beginning = .now
            let second = try await later.create(request, for: .local)
            _ = try await later.answer(
                TestService.answer, to: try #require(second.questions.first).number, for: .local)
            let before = try await records.stamp(of: .number(second.number), earlierScores: 3)
            #expect(before.earlierScores == [])
            _ = try await test.service.complete(.number(first.number), for: .local)
            let after = try await records.stamp(of: .number(second.number), earlierScores: 3)
            #expect(after.earlierScores.count == 1)
            #expect(after.revision == before.revision)
        }
    }
}
