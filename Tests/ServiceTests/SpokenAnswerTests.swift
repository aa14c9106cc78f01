import Accounts
import Archive
import DatabaseTestSupport
import Foundation
import Interview
import Practice
import Records
import Service
import SpeechTestSupport
import TestSupport
import Testing

@Suite("Spoken answers in the background", .serialized)
struct SpokenAnswerTests {
    private static let said = "an index finds rows without reading the whole table"

    /// A service whose recordings are heard.
    private func service(
        _ kind: TestDatabase, hearing: RecognizerPool = SayingRecognizer.pool(said),
        _ body: (TestService, SpokenAnswer) async throws -> Void
    ) async throws {
        try await TestService.run(kind) { test in
            let path = test.scratch.file("answer.wav")
            try await SpokenText.write(
                "An index finds the rows of a table without reading the whole table.", to: path)
            var tools = test.service.tools
            tools.hearing = hearing
            tools.jobs.holdSeconds = 1
            tools.jobs.tidySeconds = 0
            try await body(
                TestService(
                    service: VivaService(archive: test.service.archive, tools: tools), scratch: test.scratch),
                SpokenAnswer(path: path, field: "audio", fileName: "answer.wav", time: .seconds(9)))
        }
    }

    /// Runs what is in the background while the body goes on.
    private func working<Value>(
        _ service: VivaService, _ body: () async throws -> Value
    ) async throws -> Value {
        let run = Task { await service.jobs.run() }
        defer { run.cancel() }
        let value = try await body()
        run.cancel()
        await run.value
        return value
    }

    @Test("What was accepted before the program ended is done by the next one", arguments: TestDatabase.all)
    func restart(kind: TestDatabase) async throws {
        try await service(kind) { test, answer in
            let sheet = try await test.begun()
            let job = try await test.service.answer(
                answer, to: sheet.questions[0].number, for: .local)
            #expect(job.state == .waiting && job.position == 0)
            // A worker of a program that was ended has it.
            let now = Date()
            _ = try #require(try await test.records.takeJob(until: now + 0.2, at: now))
            let next = VivaService(archive: test.service.archive, tools: test.service.tools)
            let done = try await working(next) {
                try await next.job(.number(job.number), waitingSeconds: 60, for: .local)
            }
            #expect(done.state == .done && done.kept.attempts == 2)
            let answered = try await next.answered(by: done, for: .local)
            #expect(answered.take.text == Self.said)
            #expect(answered.take.timeTakenSeconds == 9)
            #expect(answered.take.evaluation != nil)
            #expect(answered.number == answered.question.answers.last)
        }
    }

    @Test("An answer whose job was lost gets another", arguments: TestDatabase.all)
    func forgotten(kind: TestDatabase) async throws {
        try await service(kind) { test, answer in
            let sheet = try await test.begun()
            let first = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            let second = try await test.service.answer(answer, to: sheet.questions[1].number, for: .local)
            let now = Date()
            for _ in 0..<2 {
                let job = try #require(try await test.records.takeJob(until: now + 60, at: now))
                try await test.records.finish(job, at: now)
            }
            try await test.records.deleteJobs(overBefore: now + 1)
            try await working(test.service) {
                while true {
                    let interview = try await test.records.interview(.number(sheet.number)).interview
                    if !interview.hasWaitingAnswers { break }
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            #expect(first.number != second.number)
            let ended = try await test.service.complete(.number(sheet.number), for: .local)
            #expect(ended.sheet.interview.turns.compactMap(\.score).count == 2)
        }
    }

    @Test("A job that was begun too often fails, and says so in its answer", arguments: TestDatabase.all)
    func givenUp(kind: TestDatabase) async throws {
        try await service(kind) { test, answer in
            let sheet = try await test.begun()
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            let before = Date() - 100
            for seconds in [0.0, 10] {
                _ = try #require(
                    try await test.records.takeJob(until: before + seconds + 1, at: before + seconds))
            }
            try await working(test.service) {
                while true {
                    let interview = try await test.records.interview(.number(sheet.number)).interview
                    if !interview.hasWaitingAnswers { break }
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            let failed = try await test.service.job(.number(job.number), for: .local)
            #expect(failed.state == .failed)
            let take = try #require(
                try await test.records.interview(.number(sheet.number)).interview.turns[0].takes.first)
            #expect(take.failure?.contains("ended its process") == true)
        }
    }

    @Test("Jobs are seen by those whose they are")
    func access() async throws {
        try await service(.sqlite) { test, answer in
            let ann = try await test.somebody("Ann", .candidate)
            let bob = try await test.somebody("Bob", .candidate)
            let sheet = try await test.begun(candidate: ann.person, for: ann)
            let number = sheet.questions[0].number
            await #expect(throws: ServiceError.self) {
                _ = try await test.service.answer(answer, to: number, for: bob)
            }
            await #expect(throws: ServiceError.self) {
                try await test.service.requireRoomForAnswer(in: .number(sheet.number), for: bob)
            }
            let job = try await test.service.answer(answer, to: number, for: ann)
            #expect(
                try await test.service.jobs(page: .first(10), for: ann).jobs.map(\.number) == [job.number])
            #expect(try await test.service.jobs(page: .first(10), for: bob).jobs.isEmpty)
            #expect(try await test.service.jobs(page: .first(10), for: .local).jobs.count == 1)
            #expect(try await test.service.job(.number(job.number), for: ann).state == .waiting)
            for requester in [bob, .nobody] {
                await #expect(throws: ServiceError.self) {
                    _ = try await test.service.job(.number(job.number), for: requester)
                }
            }
        }
    }
}
