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

    @Test("A report is renewed until something is decided on it", arguments: TestDatabase.all)
    func renewed(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.keep(testInterview([TestTurn(testQuestion("q"), "So.")], id: "i"))
            let later = noon.addingTimeInterval(60)
            let (first, none) = try await records.keepReport(of: .id("i"), file: "one.pdf", at: noon)
            #expect(none.isEmpty && first.madeAt == noon)
            let (second, old) = try await records.keepReport(of: .id("i"), file: "two.pdf", at: later)
            #expect(second.number == first.number && second.id == first.id)
            #expect(second.file == "two.pdf" && second.madeAt == later && old == ["one.pdf"])
            let (same, kept) = try await records.keepReport(of: .id("i"), file: "two.pdf", at: later)
            #expect(same == second && kept.isEmpty, "The same file stays.")
            try await records.decide(report: .number(first.number), .accepted)
            let (third, left) = try await records.keepReport(of: .id("i"), file: "three.pdf", at: later)
            #expect(third.number != first.number && left.isEmpty)
            #expect(try await records.report(.number(first.number)).file == "two.pdf")
            #expect(try await records.reports(text: "nobodyhasthis", page: .first(9)).items.isEmpty)
        }
    }

    @Test(
        "Messages are changed, deleted and found; questions and answers are not", arguments: TestDatabase.all)
    func messagesAlone(kind: TestDatabase) async throws {
        try await kind.records { records in
            let interview = try await records.keep(
                testInterview([TestTurn(testQuestion("q", "Why bees?"), "They make honey.")], id: "i"))
            let said = try await records.say(
                Message(speaker: .candidate, text: "Wait.", recording: "a.wav", date: noon), in: .id("i"))
            let all = try await records.conversationEntries(of: interview.number, page: .first(9)).items
            #expect(all.map(\.isMessage) == [false, false, true])
            func found(_ text: String) async throws -> [String] {
                let page = try await records.conversationEntries(text: text, page: .skipping(0, count: 9))
                #expect(page.total == page.items.count)
                return page.items.map(\.text)
            }
            #expect(try await found("BEES") == ["Why bees?"])
            #expect(try await found("honey") == ["They make honey."])
            let changed = try await records.changeMessage(ofEntry: said.number, text: "Go on.")
            #expect(changed.text == "Go on." && changed.recording == "a.wav" && changed.date == said.date)
            #expect(try await found("wait").isEmpty)
            #expect(try await found("go on") == ["Go on."])
            for entry in all.filter({ !$0.isMessage }) {
                await #expect(throws: RecordsError.self) {
                    try await records.changeMessage(ofEntry: entry.number, text: "x")
                }
                await #expect(throws: RecordsError.self) {
                    try await records.deleteMessage(ofEntry: entry.number)
                }
            }
            await #expect(throws: RecordsError.self) {
                try await records.changeMessage(
                    ofEntry: said.number, text: " \(String(repeating: "x", count: 20_001))")
            }
            let searched = try await rowCounts(["messages", "search_texts"], records)
            #expect(try await records.deleteMessage(ofEntry: said.number) == ["a.wav"])
            let left = try await rowCounts(["messages", "search_texts"], records)
            #expect(left == [0, searched[1] - 1])
            #expect(
                try await records.conversationEntries(of: interview.number, page: .first(9)).items.count == 2)
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
