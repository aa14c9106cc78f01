import Accounts
import Archive
import DatabaseTestSupport
import Foundation
import Interview
import Practice
import Recordings
import Records
import Service
import Speech
import SpeechTestSupport
import Synchronization
import TestSupport
import Testing

@Suite("Spoken answers in the background", .serialized)
struct SpokenAnswerTests {
    private static let said = "an index finds rows without reading the whole table"

    /// A service whose recordings are heard.
    private func service(
        _ kind: TestDatabase, hearing: RecognizerPool = SayingRecognizer.pool(said),
        notice: @escaping @Sendable (String) -> Void = { _ in },
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
            tools.jobs.pauses.patienceSeconds = 0.05
            tools.jobs.pauses.inTheWaySeconds = 0.05
            tools.jobs.pauses.longestInTheWaySeconds = 0.2
            tools.jobs.pauses.faultSeconds = 0.05
            tools.equipment.notice = notice
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

    @Test(
        "What was judged before its job began is left as it is, unless it is judged again",
        arguments: TestDatabase.all)
    func judgedMeanwhile(kind: TestDatabase) async throws {
        try await service(kind) { test, answer in
            let sheet = try await test.begun()
            let name = RecordName.number(sheet.number)
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            // Whoever holds the interview hears it otherwise.
            let others = "a table has rows and the index finds them without reading it"
            var equipment = test.service.tools.equipment
            equipment.recognizers = RecognizerSet { SayingRecognizer(others) }
            let room = try await PracticeRoom.resume(
                name, bank: try QuestionBank([]), equipment: equipment, archive: test.service.archive)
            _ = try await room.judge()
            await room.leave()
            for (text, isAgain) in [(others, false), (Self.said, true)] {
                var number = job.number
                if isAgain {
                    guard
                        case .job(let again) = try await test.service.judgeAgain(
                            try #require(job.kept.job.answerNumber), of: name, for: .local)
                    else {
                        Issue.record("It is not heard again.")
                        return
                    }
                    number = again.number
                }
                let done = try await working(test.service) {
                    try await test.service.job(.number(number), waitingSeconds: 60, for: .local)
                }
                #expect(done.state == .done)
                #expect(try await test.service.answered(by: done, for: .local).take.text == text)
            }
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
                _ = try await test.service.requireRoomForAnswer(in: .number(sheet.number), for: bob)
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

    /// Waits until something is so.
    private func until(_ isSo: () async throws -> Bool) async throws {
        while try await !isSo() { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test("An answer is not heard while somebody has its interview, and once when that is over")
    func somebodyElse() async throws {
        let heard = Atomic(0)
        let mayHear = Atomic(false)
        let hearing = SayingRecognizer.pool(Self.said) {
            if mayHear.load(ordering: .relaxed) { heard.add(1, ordering: .relaxed) }
            return mayHear.load(ordering: .relaxed)
        }
        try await service(.sqlite, hearing: hearing) { test, answer in
            let sheet = try await test.begun()
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            let number = RecordName.number(sheet.number)
            let archive = test.service.archive
            let before = try await InterviewDesk.open(number, in: archive)
            try await working(test.service) {
                try await until { try await test.records.job(.number(job.number)).waits >= 2 }
                // Nobody has heard anything, and others have the worker.
                #expect(heard.load(ordering: .relaxed) == 0)
                await before.close()
                // Somebody takes it while it is being heard: what was heard is noted when that is over.
                try await until { try await test.records.job(.number(job.number)).state == .running }
                let copies = { test.scratch.names(in: "home/uploads").count }
                try await until { copies() == 1 }
                let meanwhile = try await InterviewDesk.open(number, in: archive)
                let waits = try await test.records.job(.number(job.number)).waits
                mayHear.store(true, ordering: .relaxed)
                try await until { try await test.records.job(.number(job.number)).waits > waits }
                let once = heard.load(ordering: .relaxed)
                #expect(once > 0)
                await meanwhile.close()
                let done = try await test.service.job(.number(job.number), waitingSeconds: 60, for: .local)
                #expect(done.state == .done)
                #expect(heard.load(ordering: .relaxed) == once)
            }
            let take = try await test.records.interview(number).interview.turns[0].takes[0]
            #expect(take.text == Self.said)
        }
    }

    @Test(
        "What the machine fails over costs no answer, and says nothing of the machine",
        arguments: TestDatabase.all)
    func fault(kind: TestDatabase) async throws {
        let notices = Mutex<[String]>([])
        try await service(kind, notice: { text in notices.withLock { $0.append(text) } }) { test, answer in
            let sheet = try await test.begun()
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            // Where readable copies are put there is something else.
            let folder = test.service.archive.uploadFolder
            try? FileManager.default.removeItem(atPath: folder)
            try TestFile.write("in the way", to: folder)
            try await working(test.service) {
                try await until { try await test.records.job(.number(job.number)).faults >= 2 }
                let waiting = try await test.records.interview(.number(sheet.number)).interview
                #expect(waiting.hasWaitingAnswers)
                try FileManager.default.removeItem(atPath: folder)
                let done = try await test.service.job(.number(job.number), waitingSeconds: 60, for: .local)
                #expect(done.state == .done)
            }
            #expect(
                notices.withLock {
                    $0.contains { $0.contains("could not be heard and judged") && $0.contains(folder) }
                })
        }
    }

    @Test("A recording that cannot be heard says so in words for its speaker", arguments: TestDatabase.all)
    func words(kind: TestDatabase) async throws {
        struct Broken: Recognizer {
            let name = "a script"
            func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
                throw .decodingFailed(time: utterance.speech, reason: "/home/somebody/viva died")
            }
            func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String { "" }
        }
        let notices = Mutex<[String]>([])
        try await service(
            kind, hearing: RecognizerPool(limit: 1) { Broken() },
            notice: { text in notices.withLock { $0.append(text) } }
        ) { test, answer in
            let sheet = try await test.begun()
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            let failed = try await working(test.service) {
                try await test.service.job(.number(job.number), waitingSeconds: 60, for: .local)
            }
            let sentence =
                "Speech recognition failed on the recording, as the log of the server says: order it once more, or give the words in writing."
            #expect(failed.state == .failed && failed.kept.reason == sentence)
            let take = try await test.records.interview(.number(sheet.number)).interview.turns[0].takes[0]
            #expect(take.failure == sentence)
            #expect(notices.withLock { $0.contains { $0.contains("/home/somebody/viva died") } })
        }
    }

    @Test("Where the sound is not kept, it goes once the answer is judged", arguments: TestDatabase.all)
    func notKept(kind: TestDatabase) async throws {
        try await service(kind) { test, answer in
            var request = InterviewRequest()
            request.questionCount = 3
            request.kind = .technical
            request.beginning = .now
            request.keepsAudio = false
            let sheet = try await test.service.create(request, for: .local)
            let name = RecordName.number(sheet.number)
            let job = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
            let number = try #require(job.kept.job.answerNumber)
            // Nobody has heard it yet.
            #expect(
                try await test.service.recording(ofAnswer: number, of: name, for: .local).sizeBytes > 1_000)
            let done = try await working(test.service) {
                try await test.service.job(.number(job.number), waitingSeconds: 60, for: .local)
            }
            #expect(done.state == .done)
            #expect(try await test.service.answered(by: done, for: .local).take.text == Self.said)
            let archive = test.service.archive
            #expect(try archive.vault.list().recordings.isEmpty)
            #expect(try test.scratch.namesOfAll().filter { $0.hasSuffix(".wav") } == ["answer.wav"])
            #expect(try await archive.check().problems.isEmpty)
            let missing = await #expect(throws: ServiceError.self) {
                _ = try await test.service.recording(ofAnswer: number, of: name, for: .local)
            }
            guard case .notFound = missing else {
                Issue.record("The recording is \(String(describing: missing)).")
                return
            }
            let refusal = await #expect(throws: ServiceError.self) {
                _ = try await test.service.judgeAgain(number, of: name, for: .local)
            }
            guard case .conflict(let reason) = refusal, reason.contains("correct its transcript") else {
                Issue.record("It was refused with \(String(describing: refusal)).")
                return
            }
            let corrected = try await test.service.correct(
                number, of: name, as: "An index finds rows quickly.", for: .local)
            #expect(corrected.take.text == "An index finds rows quickly.")
            _ = try await test.service.complete(name, for: .local)
            let zip = test.scratch.file("all.zip")
            #expect(try await archive.export(.everything, toZip: zip).missing.isEmpty)
            let folder = try await archive.writeFolder(of: name, to: test.scratch.file("folder"))
            #expect(folder.missing.isEmpty)
        }
    }

    @Test("A recording that is cut short is refused, and nothing is kept of it")
    func cutShort() async throws {
        try await service(.sqlite) { test, answer in
            let sheet = try await test.begun()
            let bytes = try TestFile.bytes(answer.path)
            try TestFile.write(bytes.prefix(bytes.count / 2), to: answer.path)
            for isAnswer in [true, false] {
                let refusal = await #expect(throws: ServiceError.self) {
                    if isAnswer {
                        _ = try await test.service.answer(answer, to: sheet.questions[0].number, for: .local)
                    } else {
                        _ = try await test.service.transcribe(
                            answer.path, field: "audio", fileName: "answer.wav", for: .local)
                    }
                }
                guard case .invalid("audio", let reason) = refusal, reason.contains("cut short") else {
                    Issue.record("It was refused with \(String(describing: refusal)).")
                    return
                }
            }
            #expect(try await test.records.openJobs() == 0)
            #expect(try test.service.archive.vault.list().recordings.isEmpty)
            #expect(try await test.records.interview(.number(sheet.number)).interview.turns[0].takes.isEmpty)
        }
    }
}
