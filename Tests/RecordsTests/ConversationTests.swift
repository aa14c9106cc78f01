import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Conversations and reports in the database", .serialized)
struct ConversationTests {
    @Test("Messages stand between the questions and answers", arguments: TestDatabase.all)
    func conversation(kind: TestDatabase) async throws {
        try await kind.records { records in
            var interview = Interview(id: "i", plan: InterviewPlan(seed: 1), startedAt: noon)
            try interview.handle(.chose(question: testQuestion("q", "Why?"), followUp: nil, reason: ""))
            try interview.handle(.asked(recording: "why.wav"))
            try interview.handle(.received(.typed(text: "Because."), at: noon.addingTimeInterval(60)))
            try await records.keep(interview, recordings: interview.keptAsNamed)
            let messages = [
                Message(speaker: .system, text: "Ann joined.", date: noon.addingTimeInterval(-5)),
                Message(
                    speaker: .candidate, text: "Say that again, \"please\".", recording: "again.wav",
                    date: noon.addingTimeInterval(10)),
                Message(speaker: .interviewer, text: "Thank you.", date: noon.addingTimeInterval(60)),
            ]
            for message in messages { try await records.add(message, to: .id("i")) }
            #expect(
                try await records.conversation(of: .id("i")).map(\.text) == [
                    "Ann joined.", "Why?", "Say that again, \"please\".", "Because.", "Thank you.",
                ])
            let page = try await records.messages(of: .id("i"), page: .first(2))
            #expect(page.items == Array(messages[..<2]))
            #expect(
                try await records.messages(of: .id("i"), page: .after(page.next, count: 2)).items
                    == [messages[2]])
            #expect(try await records.recordingsNamed() == ["why.wav", "again.wav"])
            let found = try await records.search("please", page: .first(5)).items
            #expect(found.map(\.subject) == [.message])
            await #expect(throws: RecordsError.self) {
                try await records.add(Message(speaker: .system, text: " ", date: noon), to: .id("i"))
            }
            await #expect(throws: RecordsError.self) { try await records.add(messages[0], to: .id("none")) }
            #expect(try await records.deleteInterview(.id("i")) == ["again.wav", "why.wav"])
            #expect(try await rowCounts(["messages", "search_texts"], records) == [0, 0])
        }
    }

    @Test("Reports are added, decided on and deleted", arguments: TestDatabase.all)
    func reports(kind: TestDatabase) async throws {
        try await kind.records { records in
            let interview = try await records.keep(
                testInterview([TestTurn(testQuestion("q"), "So.")], id: "i"))
            let report = try await records.addReport(of: .id("i"), file: "report.pdf", at: noon)
            #expect(report.decision == .pending && report.madeAt == noon)
            try await records.addReport(of: .id("i"), file: "report.pdf", at: noon)
            let decided = try await records.decide(report: .number(report.number), .accepted)
            #expect(try await records.report(.id(report.id)) == decided && decided.decision == .accepted)
            #expect(
                try await records.reports(of: interview.number, decision: .pending, page: .first(5)).items
                    .map(\.number) == [report.number + 1])
            #expect(try await records.deleteReport(.number(report.number)).isEmpty)
            #expect(try await records.deleteReport(.number(report.number + 1)) == ["report.pdf"])
            await #expect(throws: RecordsError.self) {
                try await records.decide(report: .number(report.number), .declined)
            }
            await #expect(throws: RecordsError.self) { try await records.addReport(of: .id("none")) }
        }
    }
}
