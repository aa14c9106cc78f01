import Archive
import Audio
import FoundationEssentials
import Interview
import InterviewTestSupport
import Practice
import Recordings
import Records
import SQL
import Speech
import Storage
import TestSupport
import Testing

@Suite("Session folders of earlier versions")
struct SessionImportTests {
    private func library(_ test: TestArchive) -> SessionLibrary {
        SessionLibrary(directory: test.scratch.file("sessions"))
    }

    private func run(_ test: TestArchive) async throws -> [SessionImport.Outcome] {
        try await SessionImport(into: test.archive).run(library(test))
    }

    private func names(_ outcomes: [SessionImport.Outcome]) -> (taken: [String], failed: [String]) {
        outcomes.reduce(into: ([], [])) { names, outcome in
            switch outcome {
            case .taken(let name, _, _): names.0.append(name)
            case .failed(let name, _): names.1.append(name)
            }
        }
    }

    /// Writes the folder of an interview with one spoken answer that was judged.
    @discardableResult
    private func write(_ id: String, as name: String, _ test: TestArchive, isOver: Bool = true) throws
        -> Interview
    {
        var interview = try testInterview(
            [TestTurn(testQuestion("q", "Why?"), nil)], id: id, startedAt: TestArchive.date)
        if isOver {
            try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: TestArchive.date))
            try interview.handle(.analysisFailed(reason: "no ear"))
            try interview.handle(.finished(at: TestArchive.date + 60))
        }
        let path = try test.scratch.folder("sessions/\(name)")
        try SessionFolder.write(interview, to: path)
        if isOver { try test.scratch.write(TestArchive.sound(id), to: "sessions/\(name)/answers/01-1.wav") }
        return interview
    }

    @Test("Each folder is taken in once, with its recordings, and stays as it is", arguments: [false, true])
    func once(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let interviews = [
            try write("a", as: "2026-01-01-a", test), try write("b", as: "2026-01-02-b", test),
        ]
        let before = try test.scratch.namesOfAll().filter { $0.hasPrefix("sessions") }
        #expect(names(try await run(test)).taken == ["2026-01-01-a", "2026-01-02-b"])
        #expect(try await run(test).isEmpty)
        for interview in interviews {
            #expect(try await test.archive.records.interview(.id(interview.id)).interview == interview)
        }
        #expect(try test.vaultCount() == 2)
        #expect(try test.scratch.namesOfAll().filter { $0.hasPrefix("sessions") } == before)
        // What is deleted does not come back.
        try await test.archive.delete(.id("a"))
        #expect(try await run(test).isEmpty)
        #expect(try test.vaultCount() == 1)
    }

    @Test("A folder that was looked at is not read again, also one whose interview was there already")
    func notReadAgain() async throws {
        let test = try await TestArchive()
        try write("a", as: "one", test)
        #expect(names(try await run(test)).taken == ["one"])
        // An export of the interview, put beside what it came from.
        try write("a", as: "two", test)
        #expect(try await run(test).isEmpty)
        for name in ["one", "two"] {
            try test.scratch.write("no JSON any more", to: "sessions/\(name)/session.json")
        }
        #expect(try await run(test).isEmpty, "A folder that is read now would be told as damaged.")
        // What was exported and is deleted does not come back by its export.
        try await test.archive.delete(.id("a"))
        #expect(try await run(test).isEmpty)
    }

    @Test("A folder that cannot be read is told, stays, and is taken when it was mended")
    func unreadable() async throws {
        let test = try await TestArchive()
        try write("a", as: "a", test)
        try write("b", as: "b", test)
        let whole = try test.scratch.bytes("sessions/b/session.json")
        try test.scratch.write(whole.dropLast(20), to: "sessions/b/session.json")
        for _ in 1...2 {
            let outcomes = names(try await run(test))
            #expect(outcomes.failed == ["b"])
        }
        #expect(try test.scratch.bytes("sessions/b/session.json").count == whole.count - 20)
        try test.scratch.write(whole, to: "sessions/b/session.json")
        #expect(names(try await run(test)).taken == ["b"])
        #expect(try await test.archive.records.interviews(page: .first(9)).items.count == 2)
    }

    @Test("The numbers of another machine's people name nobody here")
    func otherPeople() async throws {
        let test = try await TestArchive()
        let zoe = try await test.archive.records.keep(Person(id: "zoe", name: "Zoe"))
        var interview = try testInterview(
            [TestTurn(testQuestion("q", "Why?"), "Because.")], id: "a",
            details: InterviewDetails(
                title: "Practice", organization: 7, candidate: zoe.number, interviewer: 99, template: 7,
                resume: 7),
            startedAt: TestArchive.date)
        let review = HumanReview(score: 50, reviewer: zoe.number, date: TestArchive.date)
        try interview.review(turn: 1, take: 1, as: review)
        try interview.review(as: review)
        try SessionFolder.write(interview, to: try test.scratch.folder("sessions/a"))
        #expect(names(try await run(test)).taken == ["a"])
        let kept = try await test.archive.records.interview(.id("a")).interview
        #expect(kept.details == InterviewDetails(title: "Practice"))
        #expect(kept.review?.score == 50 && kept.review?.reviewer == nil)
        let take = try #require(kept.turns[0].finalTake)
        #expect(take.review?.score == 50 && take.review?.reviewer == nil)
    }

    @Test("A folder whose interview the database refuses is told, and the others are taken")
    func refused() async throws {
        let test = try await TestArchive()
        for name in ["a", "b", "c"] { try write(name, as: name, test) }
        try await test.archive.records.write { connection in
            try connection.run(
                """
                CREATE TRIGGER refusing BEFORE INSERT ON interviews WHEN new.uuid = 'b'
                BEGIN SELECT RAISE(ABORT, 'not this one'); END
                """)
        }
        let outcomes = names(try await run(test))
        #expect(outcomes.taken.sorted() == ["a", "c"] && outcomes.failed == ["b"])
    }

    /// 40 bytes that begin as a WAV file of that length does.
    private static let sound: [UInt8] = {
        var bytes = Array("RIFF....WAVE".utf8)
        bytes[4...7] = [32, 0, 0, 0]
        return bytes + [UInt8](repeating: 7, count: 28)
    }()

    @Test(
        "A folder that lacks a recording or has a part of one is taken when it is whole",
        arguments: [nil, 20])
    func beingCopied(bytes: Int?) async throws {
        let test = try await TestArchive()
        try write("a", as: "a", test)
        let whole = Self.sound
        let file = test.scratch.file("sessions/a/answers/01-1.wav")
        if let bytes {
            try TestFile.write(whole.prefix(bytes), to: file)
        } else {
            try FileManager.default.removeItem(atPath: file)
        }
        guard case .failed(_, let reason)? = try await run(test).first else {
            Issue.record("It was taken.")
            return
        }
        #expect(reason.contains("answers/01-1.wav"))
        #expect(try await test.archive.records.interviewNumbers().isEmpty)
        #expect(try test.vaultCount() == 0)
        try TestFile.write(whole, to: file)
        guard case .taken(_, _, let incomplete)? = try await run(test).first else {
            Issue.record("It was not taken.")
            return
        }
        #expect(incomplete.isEmpty)
        #expect(try test.archive.vault.list().recordings.map(\.sizeBytes) == [40])
    }

    @Test("A folder that lacks a recording for good is taken without it, and that is told")
    func lacking() async throws {
        let test = try await TestArchive()
        let interview = try write("a", as: "a", test)
        try FileManager.default.removeItem(atPath: test.scratch.file("sessions/a/answers/01-1.wav"))
        let outcomes = try await SessionImport(into: test.archive).run(library(test), at: Date() + 61)
        guard case .taken("a", let number, ["answers/01-1.wav"])? = outcomes.first else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(try await test.archive.records.interview(.number(number)).interview == interview)
    }

    @Test("Of what is left over, files are brought along whole, and links not at all")
    func leftovers() async throws {
        let test = try await TestArchive()
        try write("a", as: "a", test, isOver: false)
        let half = [UInt8](repeating: 3, count: 2_500_000)
        try test.scratch.write(half, to: "sessions/a/answers/01-1.wav.part")
        try FileManager.default.createSymbolicLink(
            atPath: test.scratch.file("sessions/a/answers/01-1.wav"),
            withDestinationPath: test.scratch.file("sessions/a/session.json"))
        try test.scratch.folder("sessions/a/answers/02-1.wav")
        #expect(names(try await run(test)).taken == ["a"])
        #expect(test.scratch.names(in: "home/work/a/answers") == ["01-1.wav.part"])
        #expect(test.scratch.names(in: "home/work/a") == [".lock", "answers", "questions"])
        #expect(try test.scratch.bytes("home/work/a/answers/01-1.wav.part") == half)
    }

    @Test("An answer that was not noted yet is waited for as well")
    func leftoverBeingCopied() async throws {
        let test = try await TestArchive()
        try write("a", as: "a", test, isOver: false)
        try test.scratch.write(Self.sound.prefix(20), to: "sessions/a/answers/01-1.wav")
        #expect(names(try await run(test)).failed == ["a"])
        try test.scratch.write(Self.sound, to: "sessions/a/answers/01-1.wav")
        #expect(names(try await run(test)).taken == ["a"])
    }

    @Test("A folder whose answers cannot be listed is told, and the next is taken")
    func noFolder() async throws {
        let test = try await TestArchive()
        try write("a", as: "a", test, isOver: false)
        try write("b", as: "b", test)
        try FileManager.default.removeItem(atPath: test.scratch.file("sessions/a/answers"))
        try test.scratch.write("a file", to: "sessions/a/answers")
        let outcomes = names(try await run(test))
        #expect(outcomes.failed == ["a"] && outcomes.taken == ["b"])
    }

    @Test(
        "An interview that was broken off goes on with the answer that was half recorded",
        arguments: [false, true])
    func halfRecorded(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        try write("a", as: "a", test, isOver: false)
        do {
            // A writer that is let go without being finished leaves what a crash leaves.
            let writer = try WAVWriter(
                path: test.scratch.file("sessions/a/answers/01-1.wav"), sampleRateHz: 16_000)
            try await writer.append([Float](repeating: 0.1, count: 32_000))
        }
        #expect(test.scratch.names(in: "sessions/a/answers") == ["01-1.wav.part"])
        #expect(names(try await run(test)).taken == ["a"])
        let room = try await PracticeRoom.resume(
            .id("a"), bank: try QuestionBank([testQuestion("q", "Why?")]),
            equipment: PracticeEquipment(
                synthesizer: nil,
                recognizers: RecognizerSet {
                    throw RecognitionError.engineFailed(engine: "none", reason: "none is wanted")
                }),
            archive: test.archive)
        #expect(await room.interview.phase == .analysing)
        #expect(test.scratch.names(in: "sessions/a/answers") == ["01-1.wav.part"])
        #expect(try test.vaultCount() == 1)
        let sizes = try test.archive.vault.list().recordings.map(\.sizeBytes)
        #expect((sizes.first ?? 0) > 60_000)
        await room.leave()
    }
}
