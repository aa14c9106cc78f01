import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Recordings
import Records
import SQL
import SQLite
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Archive

@Suite("An interview that somebody works on")
struct InterviewDeskTests {
    @Test("A recording is in the vault before a row names it", arguments: [false, true])
    func order(isEncrypted: Bool) async throws {
        let scratch = try TestFolder()
        let keys = isEncrypted ? try MasterKeys.from(environment: TestArchive.keys) : nil
        let vault = RecordingVault(root: scratch.file("recordings"), keys: keys)
        let counts = Mutex<[Int]>([])
        let isRefusing = Mutex(false)
        let database = WatchedDatabase(inner: try SQLiteDatabase(path: scratch.file("viva.db"))) {
            counts.withLock { $0.append((try? vault.list().recordings.count) ?? -1) }
            return !isRefusing.withLock { $0 }
        }
        let archive = Archive(
            folder: scratch.path, records: try await Records(database: database), vault: vault)
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: archive)
        try interview.handle(.chose(question: testQuestion("q"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try await desk.keep(interview)
        try scratch.write(TestArchive.sound("one"), to: "work/one/answers/01-1.wav")
        let before = interview
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: TestArchive.date))

        // What the database refuses is not in it, and the recording waits in the folder.
        isRefusing.withLock { $0 = true }
        counts.withLock { $0 = [] }
        await #expect(throws: ArchiveError.self) { try await desk.keep(interview) }
        #expect(counts.withLock { $0 } == [1])
        #expect(try await archive.records.interview(.number(desk.number)).interview == before)
        #expect(try await archive.records.recordings(of: desk.number).isEmpty)
        #expect(scratch.exists("work/one/answers/01-1.wav"))
        // What nothing names would stay for ever: neither tidying nor erasing a person would find it.
        #expect(try vault.list().recordings.isEmpty)

        isRefusing.withLock { $0 = false }
        try await desk.keep(interview)
        #expect(try vault.list().recordings.count == 1)
        #expect(try await archive.records.interview(.number(desk.number)).interview == interview)
        #expect(
            try await archive.records.recordings(of: desk.number).keys.sorted() == ["answers/01-1.wav"])
        await database.close()
    }

    @Test("It goes on after the folder of work was lost", arguments: [false, true])
    func lostFolder(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        var interview = TestArchive.interview("one")
        do {
            let desk = try await InterviewDesk.begin(interview, in: test.archive)
            try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound("answer"))
            await desk.close()
            try FileManager.default.removeItem(atPath: desk.path)
        }
        let desk = try await InterviewDesk.open(.id("one"), in: test.archive)
        #expect(await desk.interview == interview)
        #expect(await desk.interview.phase == .analysing)
        let file = try await desk.file("answers/01-1.wav")
        #expect(try TestFile.bytes(file) == TestArchive.sound("answer"))
        try await TestArchive.judge(&interview, at: desk)
        #expect(test.scratch.exists("home/work/one/answers/01-1.wav") == !isEncrypted)
        try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound("second"))
        #expect(try await test.archive.records.recordings(of: desk.number).count == 2)
        await desk.close()
    }

    @Test("An encrypted archive keeps no readable answer once it was judged")
    func nothingReadable() async throws {
        let test = try await TestArchive(isEncrypted: true)
        var interview = TestArchive.interview("one")
        let sound = TestArchive.sound("a secret")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: desk, sound: sound)
        // It is read while it is judged.
        #expect(try test.files(in: "", with: sound) == ["work/one/answers/01-1.wav"])
        try await TestArchive.judge(&interview, at: desk)
        #expect(try test.files(in: "", with: sound).isEmpty)
        // Whoever hears it again brings it out, and the next step takes it away.
        #expect(try TestFile.bytes(try await desk.file("answers/01-1.wav")) == sound)
        #expect(try test.files(in: "work", with: sound).count == 1)
        await desk.close()
        #expect(try test.files(in: "", with: sound).isEmpty)
    }

    @Test("The folder of work goes when the interview is over", arguments: [false, true])
    func over(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        try await test.hold("one")
        #expect(test.scratch.names(in: "home/work").isEmpty)
        #expect(try test.vaultCount() == 1)
        #expect(try test.files(in: "", with: TestArchive.sound("one")).isEmpty == isEncrypted)
    }

    @Test("Without the key of the recordings no interview is begun or gone on with")
    func noKey() async throws {
        let test = try await TestArchive(isEncrypted: true)
        let over = try await test.hold("over")
        let going = try await InterviewDesk.begin(TestArchive.interview("going"), in: test.archive)
        await going.close()
        let keyless = try await Archive.open(test.home)
        let wrong = try MasterKeys.from(environment: [
            "VIVA_KEY": String(TestArchive.keys["VIVA_KEY", default: ""].reversed())
        ])
        let before = try test.scratch.namesOfAll().filter { $0.hasPrefix("home/work") }
        for archive in [keyless, try await Archive.open(test.home, keys: wrong)] {
            await #expect(throws: ArchiveError.self) {
                try await InterviewDesk.begin(TestArchive.interview("new"), in: archive)
            }
            await #expect(throws: ArchiveError.self) {
                try await InterviewDesk.open(.id("going"), in: archive)
            }
        }
        #expect(try await test.archive.records.interviewNumbers().count == 2)
        #expect(try test.scratch.namesOfAll().filter { $0.hasPrefix("home/work") } == before)
        // One that is over needs nothing of its recordings to be changed.
        let desk = try await InterviewDesk.open(.number(over), in: keyless)
        await desk.close()
    }

    @Test("The folder of work goes with an interview that is over and lacks a recording")
    func overAndIncomplete() async throws {
        let test = try await TestArchive()
        let number = try await test.hold("one")
        try await test.archive.records.write { try $0.run("DELETE FROM recording_files") }
        let desk = try await InterviewDesk.open(.number(number), in: test.archive)
        await desk.close()
        #expect(test.scratch.names(in: "home/work").isEmpty)
    }

    @Test("One that was given up keeps what was being said, also when it is tidied up")
    func givenUp() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try interview.handle(.chose(question: testQuestion("q"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try await desk.keep(interview)
        let partial = "home/work/one/answers/01-1.wav.part"
        try test.scratch.write("half an answer", to: partial)
        try test.scratch.write("half a copy", to: "home/work/one/answers/.copy-01-1.wav")
        try interview.handle(.abandoned(at: TestArchive.date))
        try await desk.keep(interview)
        await desk.close()
        #expect(test.scratch.exists(partial))
        #expect(try await test.archive.tidy(olderThanSeconds: 0).workFolders == 0)
        #expect(test.scratch.exists(partial))
        // It is over, so nobody takes the answer in; it goes with the interview.
        #expect(try await test.archive.unfinishedAnswers().isEmpty)
        try await test.archive.delete(.number(desk.number))
        #expect(test.scratch.names(in: "home/work").isEmpty)
    }

    @Test("It is not given up while somebody works on it, or before an answer was taken in")
    func timeOut() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one", details: InterviewDetails(timeOutMinutes: 1))
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        let later = TestArchive.date + 3600
        #expect(try await test.archive.giveUpTimedOut(at: later).isEmpty)
        try interview.handle(.chose(question: testQuestion("q"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try await desk.keep(interview)
        await desk.close()
        let partial = try test.scratch.write(
            "half an answer", to: "home/work/one/answers/01-1.wav.part")
        #expect(try await test.archive.giveUpTimedOut(at: later).isEmpty)
        try FileManager.default.removeItem(atPath: partial)
        #expect(try await test.archive.giveUpTimedOut(at: TestArchive.date).isEmpty)
        #expect(try await test.archive.giveUpTimedOut(at: later) == [desk.number])
        #expect(try await test.archive.giveUpTimedOut(at: later).isEmpty)
        #expect(try await test.archive.records.interview(.id("one")).interview.state == .abandoned)
    }

    @Test("One program at a time works on it")
    func oneAtATime() async throws {
        let test = try await TestArchive()
        let desk = try await InterviewDesk.begin(TestArchive.interview("one"), in: test.archive)
        await #expect(throws: ArchiveError.self) {
            try await InterviewDesk.open(.id("one"), in: test.archive)
        }
        await desk.close()
        let next = try await InterviewDesk.open(.id("one"), in: test.archive)
        #expect(next.number == desk.number)
        await next.close()
    }

    @Test(
        "An id that would lead elsewhere stays in the folder of work",
        arguments: ["../../out", "a/b", "..", "Ä"])
    func strangeIDs(id: String) async throws {
        let test = try await TestArchive()
        try await test.hold(id)
        var interview = TestArchive.interview(id + "2")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        let work = test.scratch.file("home/work") + "/"
        #expect(desk.path.hasPrefix(work) && !desk.path.dropFirst(work.count).contains("/"))
        #expect(!desk.path.hasSuffix("/.."))
        try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound(id))
        await desk.close()
        #expect(test.scratch.names() == ["home"])
        #expect(test.scratch.names(in: "home/work").count == 1)
        // Tidying knows whose folder it is.
        #expect(try await test.archive.tidy(olderThanSeconds: 0).workFolders == 0)
    }

    @Test("Where the sound is not kept, it is nowhere once the answer is judged", arguments: [false, true])
    func soundIsNotKept(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let sound = TestArchive.sound("a secret")
        // Somebody else said the same, and keeps it.
        try await test.hold("other", sound: TestArchive.sound("shared"))
        var details = InterviewDetails()
        details.keepsAudio = false
        var interview = TestArchive.interview("one", questions: 3, details: details)
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(
            &interview, at: desk, sound: sound, spoken: TestArchive.sound("question"))
        #expect(try TestFile.bytes(try await desk.file("answers/01-1.wav")) == sound)
        try await TestArchive.judge(&interview, at: desk)
        #expect(try test.files(in: "", with: sound).isEmpty)
        #expect(
            try await test.archive.records.recordings(of: desk.number).keys.sorted() == ["questions/01.wav"])
        #expect(try test.vaultCount() == 2)
        try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound("shared"))
        try await TestArchive.judge(&interview, at: desk)
        #expect(try test.vaultCount() == 2)
        // What could not be judged is kept until it is.
        try await TestArchive.answer(&interview, at: desk, sound: sound)
        try interview.handle(.analysisFailed(reason: "Nobody heard it."))
        try await desk.keep(interview)
        try interview.handle(.finished(at: TestArchive.date + 60))
        try await desk.keep(interview)
        await desk.close()
        #expect(try test.vaultCount() == 3)
        #expect(test.scratch.names(in: "home/removing") == [])
        #expect(try await test.archive.check().problems == [])
        #expect(try await test.archive.check().orphans == [])
    }

    @Test("What a crash leaves of sound that is not kept goes when the archive is tidied")
    func soundIsNotKeptAfterACrash() async throws {
        let test = try await TestArchive()
        let sound = TestArchive.sound("a secret")
        var details = InterviewDetails()
        details.keepsAudio = false
        var interview = TestArchive.interview("one", details: details)
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: desk, sound: sound)
        let stored = try #require(try await test.archive.records.recordings(of: desk.number).values.first)
        let before = try await test.archive.records.interview(.number(desk.number))
        await desk.close()
        // The program ended between the row and the file.
        let point = KeyPoint(id: "rows", statement: "An index finds rows without reading the whole table.")
        let evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "I use an index."), against: testQuestion("q", points: [point]).rubric)
        try interview.handle(.judged(nil, evaluation))
        try RemovalNote(ids: [], addresses: [stored.address], in: test.archive).write()
        try await test.archive.tidy()
        #expect(try test.vaultCount() == 1)
        try RemovalNote(ids: [], addresses: [stored.address], in: test.archive).write()
        try await test.archive.records.keep(interview, after: before, forgetting: [stored.name])
        #expect(try test.files(in: "", with: sound).count == 2)
        try await test.archive.finishRemovals()
        try await test.archive.tidy()
        #expect(try test.files(in: "", with: sound).isEmpty)
        #expect(test.scratch.names(in: "home/removing") == [])
    }
}
