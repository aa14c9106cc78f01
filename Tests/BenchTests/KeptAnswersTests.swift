import Archive
import FoundationEssentials
import Interview
import InterviewTestSupport
import Records
import TestSupport
import Testing

@testable import viva_bench

@Suite struct KeptAnswersTests {
    @Test func whatIsSaidIsReadAgain() {
        let place = AnswerPlace(turn: 2, take: 1)
        let all: [Acknowledgement] = [
            .opened(number: 7), .recorded(place, seconds: 1.5), .kept(place), .judged(place, score: 71.25),
            .judged(place, score: nil), .finished,
        ]
        #expect(all.map { Acknowledgement(line: $0.line) } == all)
        #expect(Acknowledgement(line: "kept 2") == nil)
    }

    /// The first answer of an interview is typed when its way is.
    private let typed = AnswerPlace(turn: 1, take: 1)

    private func kept(_ text: String, in archive: Archive) async throws -> Int64 {
        let interview = try testInterview([TestTurn(testQuestion("q", "Why?"), text)])
        return try await archive.records.keep(interview).number
    }

    @Test func whatIsMissingOrOtherIsTold() async throws {
        #expect(ScriptedAnswer(place: typed).way == .typed)
        let folder = try TestFolder()
        let archive = try await Archive.open(folder.path)
        let right = try await kept(ScriptedAnswer(place: typed).text, in: archive)
        var answers = KeptAnswers()
        answers.note([.opened(number: right), .kept(typed)])
        let found1 = try await answers.problems(in: archive, recording: [0])
        #expect(found1.isEmpty)
        answers.note([.judged(typed, score: -3)])
        let found2 = try await answers.problems(in: archive, recording: [0])
        #expect(found2.count == 1)

        var missing = KeptAnswers()
        missing.note([.opened(number: right), .kept(AnswerPlace(turn: 2, take: 1)), .finished])
        let problems = try await missing.problems(in: archive, recording: [0])
        #expect(problems.count == 2 && problems.contains { $0.contains("is gone") }, "\(problems)")
    }

    @Test func whatWasRecordedMustNotBeAskedForAgain() async throws {
        let folder = try TestFolder()
        let archive = try await Archive.open(folder.path)
        let number = try await kept(ScriptedAnswer(place: typed).text, in: archive)
        var answers = KeptAnswers()
        answers.note([.opened(number: number), .recorded(typed, seconds: 2)])
        let found3 = try await answers.problems(in: archive, recording: [0])
        #expect(found3.isEmpty)
        answers.note([.opened(number: number), .recorded(typed, seconds: 0.1)])
        let found4 = try await answers.problems(in: archive, recording: [0])
        #expect(found4.count == 1)
    }
}
