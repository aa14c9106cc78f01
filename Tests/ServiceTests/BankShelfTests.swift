import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Records
import Testing

@testable import Service

/// Banks are read anew when they were changed, and only then.
struct BankShelfTests {
    @Test(arguments: TestDatabase.all)
    func readsWhatWasChanged(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let long = Date(timeIntervalSince1970: 1_700_000_000)
            func keep(_ name: String, isPublic: Bool, _ questions: [Question]) async throws -> Int64 {
                var bank = QuestionBankInfo(id: name, name: name)
                bank.isPublic = isPublic
                let number = try await test.records.keep(bank, at: long).number
                for question in questions {
                    try await test.records.addQuestion(question, to: .number(number), at: long)
                }
                return number
            }
            let one = try await keep("one", isPublic: true, [testQuestion("a"), testQuestion("b")])
            _ = try await keep("two", isPublic: false, [testQuestion("c")])
            let ann = try await test.somebody("Ann", .candidate)
            func ids(_ requester: Requester) async throws -> [String] {
                try await test.service.bank(for: requester).questions.map(\.id).filter { $0.count == 1 }
            }
            #expect(try await ids(.local) == ["a", "b", "c"])
            #expect(try await ids(ann) == ["a", "b"])
            let before = test.service.bankShelf.readCount
            #expect(try await ids(.local) == ["a", "b", "c"])
            // The bank of the test was made just now, and is read each time.
            #expect(test.service.bankShelf.readCount <= before + 1)
            try await test.records.addQuestion(testQuestion("d"), to: .number(one), at: long)
            #expect(try await ids(ann) == ["a", "b", "d"])
            let kept = try await test.records.questions(
                KeptQuestionFilter(bank: one), page: .first(9)
            ).items
            let first = try #require(kept.first { $0.question.id == "a" })
            try await test.records.deleteQuestion(.number(first.number))
            #expect(try await ids(ann) == ["b", "d"])
        }
    }
}
