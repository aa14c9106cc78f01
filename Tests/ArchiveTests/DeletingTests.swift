import FoundationEssentials
import Interview
import InterviewTestSupport
import Recordings
import Records
import Storage
import TestSupport
import Testing

@testable import Archive

@Suite("Deleting interviews")
struct DeletingTests {
    @Test("Recordings that nothing names any more go, others stay", arguments: [false, true])
    func shared(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let question = TestArchive.sound("the question")
        let first = try await test.hold("first", question: question)
        let second = try await test.hold("second", question: question)
        #expect(try test.vaultCount() == 3)
        let deletion = try await test.archive.delete(.number(first))
        #expect(deletion.number == first && deletion.recordings == 1)
        #expect(deletion.bytes == TestArchive.sound("first").count && deletion.sessionFolder == nil)
        #expect(try test.vaultCount() == 2)
        await #expect(throws: RecordsError.self) { try await test.archive.records.interview(.number(first)) }
        let desk = try await InterviewDesk.open(.number(second), in: test.archive)
        #expect(try TestFile.bytes(try await desk.file("questions/01.wav")) == question)
        await desk.close()
        #expect(try await test.archive.delete(.id("second")).recordings == 2)
        #expect(try test.vaultCount() == 0)
        #expect(test.scratch.names(in: "home/work").isEmpty)
        #expect(test.scratch.names(in: "home/removing").isEmpty)
        #expect(try test.files(in: "recordings", with: question).isEmpty)
    }

    @Test("What somebody works on is not deleted")
    func inUse() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound("one"))
        await #expect(throws: ArchiveError.self) { try await test.archive.delete(.id("one")) }
        #expect(try await test.archive.records.interview(.id("one")).interview == interview)
        #expect(try test.vaultCount() == 1)
        await desk.close()
        #expect(try await test.archive.delete(.id("one")).recordings == 1)
        #expect(test.scratch.names(in: "home/work").isEmpty)
        await #expect(throws: ArchiveError.self) { try await test.archive.delete(.id("one")) }
    }

    @Test("While somebody works on one of several, none is changed")
    func inUseWhileChanged() async throws {
        let test = try await TestArchive()
        try await test.hold("one")
        let desk = try await InterviewDesk.begin(TestArchive.interview("two"), in: test.archive)
        let names = [RecordName.id("one"), .id("two"), .id("one")]
        await #expect(throws: ArchiveError.self) {
            try await test.archive.changeDetails(of: names) { $0.title = "Both" }
        }
        #expect(try await test.archive.records.interview(.id("one")).interview.details.title.isEmpty)
        #expect(test.scratch.names(in: "home/work") == ["two"])
        await desk.close()
        let changed = try await test.archive.changeDetails(of: names) { $0.title = "Both" }
        #expect(changed.map(\.interview.id) == ["one", "two"])
        #expect(changed.allSatisfy { $0.interview.details.title == "Both" })
    }

    @Test("An interview whose id is empty takes no other's folder of work along")
    func emptyID() async throws {
        let test = try await TestArchive()
        try test.scratch.write("half an answer", to: "home/work/other/answers/01-1.wav.part")
        let number = try await test.hold("")
        #expect(test.scratch.names(in: "home/work") == ["other"])
        try await test.archive.delete(.number(number))
        #expect(test.scratch.exists("home/work/other/answers/01-1.wav.part"))
        #expect(test.scratch.names(in: "home/removing").isEmpty)
    }

    @Test("Without the key of its recordings an interview is not deleted")
    func noKey() async throws {
        let test = try await TestArchive(isEncrypted: true)
        let number = try await test.hold("one")
        let keyless = try await Archive.open(test.home)
        await #expect(throws: ArchiveError.self) { try await keyless.delete(.number(number)) }
        #expect(try await keyless.records.interview(.number(number)).number == number)
        #expect(try await test.archive.delete(.number(number)).recordings == 1)
    }

    @Test("A deletion that was broken off after the rows were gone is brought to its end")
    func brokenOff() async throws {
        let test = try await TestArchive()
        let question = TestArchive.sound("the question")
        let number = try await test.hold("one", question: question)
        try await test.hold("two", question: question)
        let addresses = try await test.archive.records.recordings(of: number).values.map(\.address)
        try RemovalNote(id: "one", addresses: Set(addresses), in: test.archive).write()
        try test.scratch.write("left", to: "home/work/one/answers/01-1.wav")
        try await test.archive.records.deleteInterview(.number(number))
        let tidying = try await test.archive.tidy()
        #expect((tidying.deletions, tidying.recordings, tidying.workFolders) == (1, 1, 1))
        #expect(try test.vaultCount() == 2)
        #expect(test.scratch.names(in: "home/work").isEmpty)
        #expect(test.scratch.names(in: "home/removing").isEmpty)
    }

    @Test("A deletion that was broken off before the rows were gone did not happen")
    func notBegun() async throws {
        let test = try await TestArchive()
        let number = try await test.hold("one")
        let addresses = try await test.archive.records.recordings(of: number).values.map(\.address)
        try RemovalNote(id: "one", addresses: Set(addresses), in: test.archive).write()
        #expect(try await test.archive.tidy().recordings == 0)
        #expect(try test.vaultCount() == 1)
        #expect(try await test.archive.records.interview(.number(number)).number == number)
    }

    @Test("Who removes a recording waits for who is about to name it")
    func namedMeanwhile() async throws {
        let test = try await TestArchive()
        let number = try await test.hold("one")
        let naming = try await test.archive.namingLock(isShared: true)
        let archive = test.archive
        let deleting = Task { try await archive.delete(.number(number)) }
        try await Task.sleep(for: .seconds(1))
        #expect(try await archive.records.interview(.number(number)).number == number)
        // Others may name theirs meanwhile.
        let other = try await archive.namingLock(isShared: true)
        _ = consume other
        _ = consume naming
        #expect(try await deleting.value.recordings == 1)
    }

    @Test("Who names a recording waits for who is removing")
    func removedMeanwhile() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one", questions: 1)
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try interview.handle(.chose(question: testQuestion("q"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try await desk.keep(interview)
        try TestFile.write(TestArchive.sound("one"), to: desk.path + "/answers/01-1.wav")
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: TestArchive.date))
        let removing = try await test.archive.namingLock(isShared: false)
        let answering = Task { [interview] in try await desk.keep(interview) }
        try await Task.sleep(for: .seconds(1))
        #expect(try test.vaultCount() == 0)
        _ = consume removing
        try await answering.value
        #expect(try await test.archive.records.interview(.id("one")).interview == interview)
        #expect(try test.vaultCount() == 1)
        await desk.close()
    }

    @Test("Of two steps that meet while one waits to name its recording, one is refused")
    func stepsThatMeet() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try interview.handle(.chose(question: testQuestion("q"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try await desk.keep(interview)
        try TestFile.write(TestArchive.sound("one"), to: desk.path + "/answers/01-1.wav")
        var spoken = interview
        try spoken.handle(.received(.spoken(recording: "answers/01-1.wav"), at: TestArchive.date))
        var typed = interview
        try typed.handle(.received(.typed(text: "Typed."), at: TestArchive.date))
        let removing = try await test.archive.namingLock(isShared: false)
        let waiting = Task { [spoken] in try await desk.keep(spoken) }
        try await Task.sleep(for: .seconds(1))
        try await desk.keep(typed)
        _ = consume removing
        await #expect(throws: ArchiveError.self) { try await waiting.value }
        #expect(try await test.archive.records.interview(.id("one")).interview == typed)
        await desk.close()
    }

    @Test("Old interviews that are over are deleted")
    func pruning() async throws {
        let test = try await TestArchive()
        let day = 86_400.0
        let old = try await test.hold("old", date: TestArchive.date - 30 * day)
        try await test.hold("new")
        let going = try await InterviewDesk.begin(
            TestArchive.interview("going", date: TestArchive.date - 30 * day), in: test.archive)
        await going.close()
        let planned = Interview(
            id: "planned", plan: InterviewPlan(seed: 1), schedule: nil, createdAt: TestArchive.date - 60 * day
        )
        try await test.archive.records.keep(planned)
        let pruning = try await test.archive.prune(olderThan: TestArchive.date - day)
        #expect(pruning.deleted.map(\.number) == [old])
        #expect(pruning.failures.isEmpty)
        let left = try await test.archive.records.interviews(page: .first(10)).items
        #expect(Set(left.map(\.id)) == ["new", "going", "planned"])
        #expect(try test.vaultCount() == 1)
    }

    @Test("An old interview that somebody has open is told and left")
    func pruningWhatIsOpen() async throws {
        let test = try await TestArchive()
        let numbers = [try await test.hold("a"), try await test.hold("b")]
        let desk = try await InterviewDesk.open(.number(numbers[0]), in: test.archive)
        let pruning = try await test.archive.prune(olderThan: TestArchive.date + 1)
        #expect(pruning.deleted.map(\.number) == [numbers[1]])
        #expect(pruning.failures.map(\.number) == [numbers[0]])
        await desk.close()
    }
}
