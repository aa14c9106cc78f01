import Accounts
import Archive
import DatabaseTestSupport
import Foundation
import Interview
import Practice
import Recordings
import Records
import Service
import SpeechTestSupport
import TestSupport
import Testing

@Suite("Answers and resumes are for their people", .serialized)
struct AnswerAccessTests {
    private static let said = "an index finds rows without reading the whole table"

    @Test("Recordings, corrections and attempts", arguments: TestDatabase.all)
    func answers(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            var tools = test.service.tools
            tools.hearing = SayingRecognizer.pool(Self.said)
            let service = VivaService(archive: test.service.archive, tools: tools)
            let ann = try await test.somebody("Ann", .candidate)
            let bob = try await test.somebody("Bob", .candidate)
            let sheet = try await test.begun(candidate: ann.person, for: ann)
            let path = test.scratch.file("a.wav")
            try await SpokenText.write(Self.said, to: path)
            let job = try await service.answer(
                SpokenAnswer(path: path, field: "audio"), to: sheet.questions[0].number, for: ann)
            let name = RecordName.number(sheet.number)
            let number = try #require(job.kept.job.answerNumber)
            await #expect(throws: ServiceError.self, "It is not heard yet.") {
                _ = try await service.correct(number, of: name, as: "Something else.", for: ann)
            }
            let run = Task { await service.jobs.run() }
            let done = try await service.job(.number(job.number), waitingSeconds: 60, for: ann)
            run.cancel()
            await run.value
            #expect(done.state == .done)
            #expect(try await service.recording(ofAnswer: number, of: name, for: ann).sizeBytes > 1_000)
            let corrected = try await service.correct(
                number, of: name, as: "An index finds rows quickly.", for: ann)
            #expect(corrected.take.text == "An index finds rows quickly.")
            #expect(corrected.take.heardText == Self.said)
            for stranger in [bob, .nobody] {
                await #expect(throws: ServiceError.self) {
                    _ = try await service.recording(ofAnswer: number, of: name, for: stranger)
                }
                await #expect(throws: ServiceError.self) {
                    _ = try await service.correct(number, of: name, as: "Nothing.", for: stranger)
                }
                await #expect(throws: ServiceError.self) {
                    _ = try await service.judgeAgain(number, of: name, for: stranger)
                }
                await #expect(throws: ServiceError.self) {
                    _ = try await service.choose(number, of: name, for: stranger)
                }
            }
        }
    }

    @Test("The attempt that was chosen counts in all figures", arguments: TestDatabase.all)
    func choosing(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let sheet = try await test.begun()
            let name = RecordName.number(sheet.number)
            let question = sheet.questions[0].number
            let good = try await test.service.answer(TestService.answer, to: question, for: .local)
            let poor = try await test.service.answer(
                InterviewAnswer(text: "I do not know what to say about that, sorry."), to: question,
                for: .local)
            let before = try #require(try await test.service.interview(name, for: .local).interview.score)
            _ = try await test.service.choose(good.number, of: name, for: .local)
            let after = try await test.service.interview(name, for: .local)
            #expect(after.interview.score == good.take.score && good.take.score ?? 0 > before)
            #expect(after.question(question)?.finalAnswer == good.number)
            #expect(
                try await test.service.interviews(page: .first(5), for: .local).items.first?.overall
                    == good.take.score)
            // The next attempt counts again until another is chosen.
            let third = try await test.service.answer(TestService.answer, to: question, for: .local)
            let last = try await test.service.interview(name, for: .local)
            #expect(last.question(question)?.finalAnswer == third.number)
            #expect(poor.number != third.number)
        }
    }

    @Test("Resumes", arguments: TestDatabase.all)
    func resumes(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let file = try test.scratch.write(
                Array("Ann Smith. Database engineer, SQL.".utf8), to: "resume.txt")
            let ann = try await test.somebody("Ann", .candidate)
            let bob = try await test.somebody("Bob", .candidate)
            let kept = try await test.service.addResume(file, field: "file", fileName: "a.txt", for: ann)
                .resume
            let name = RecordName.number(kept.number)
            #expect(
                try await test.service.resumes(page: .first(5), for: ann).items.map(\.number) == [kept.number]
            )
            #expect(try await test.service.resumes(page: .first(5), for: bob).items.isEmpty)
            await #expect(throws: ServiceError.self) { _ = try await test.service.resume(name, for: bob) }
            await #expect(throws: ServiceError.self) {
                _ = try await test.service.file(ofResume: name, for: bob)
            }
            await #expect(throws: ServiceError.self) { try await test.service.deleteResume(name, for: bob) }
            await #expect(throws: ServiceError.self) {
                _ = try await test.service.addResume(
                    file, field: "file", fileName: "b.txt", of: .number(ann.person ?? 0), for: bob)
            }
            var request = InterviewRequest()
            request.resume = name
            await #expect(throws: ServiceError.self) { try await test.service.create(request, for: bob) }
            let made = try await test.service.create(request, for: ann)
            #expect(made.interview.details.resume == kept.number)
            try await test.service.deleteResume(name, for: ann)
            await #expect(throws: ServiceError.self) { _ = try await test.service.resume(name, for: ann) }
        }
    }
}
