import FoundationEssentials
import Interview
import Records
import Storage
import TestSupport
import Testing

@testable import Archive

@Suite("Tidying up an archive")
struct TidyingTests {
    @Test("Folders of interviews that are over go; what goes on, is open or has sound of its own stays")
    func folders() async throws {
        let test = try await TestArchive()
        try await test.hold("over")
        try test.scratch.write("a question", to: "home/work/over/questions/02.wav")
        try await test.hold("unheard")
        try test.scratch.write("half an answer", to: "home/work/unheard/answers/02-1.wav.part")
        var interview = TestArchive.interview("going")
        let going = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: going, sound: TestArchive.sound("going"))
        await going.close()
        let open = try await InterviewDesk.begin(TestArchive.interview("open"), in: test.archive)
        let tidying = try await test.archive.tidy()
        #expect(tidying.workFolders == 1)
        #expect(test.scratch.names(in: "home/work") == ["going", "open", "unheard"])
        #expect(test.scratch.exists("home/work/unheard/answers/02-1.wav.part"))
        #expect(test.scratch.exists("home/work/going/answers/01-1.wav"))
        #expect(try await test.archive.tidy() == Archive.Tidying())
        await open.close()
    }

    @Test("A folder whose interview is gone goes when nothing in it was changed for a day")
    func gone() async throws {
        let test = try await TestArchive()
        let path = try test.scratch.write("an answer", to: "home/work/gone/answers/01-1.wav")
        try await test.archive.tidy()
        #expect(test.scratch.exists("home/work/gone/answers/01-1.wav"))
        let old = Date(timeIntervalSinceNow: -2 * 86_400)
        for place in [path, "home/work/gone/answers", "home/work/gone"].map({
            $0.hasPrefix("/") ? $0 : test.scratch.file($0)
        }) + [test.scratch.file("home/work/gone/.lock"), test.scratch.file("home/work/gone/questions")] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: place)
        }
        #expect(try await test.archive.tidy().workFolders == 1)
        #expect(!test.scratch.exists("home/work/gone"))
    }

    @Test("In an encrypted archive a crash leaves no readable copy for long")
    func copies() async throws {
        let test = try await TestArchive(isEncrypted: true)
        let sound = TestArchive.sound("a secret")
        var interview = TestArchive.interview("one")
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: desk, sound: sound)
        try await TestArchive.judge(&interview, at: desk)
        await desk.close()
        try test.scratch.write(sound, to: "home/work/one/answers/01-1.wav")
        try test.scratch.write("half an answer", to: "home/work/one/answers/02-1.wav.part")
        #expect(try await test.archive.tidy().copies == 1)
        #expect(test.scratch.names(in: "home/work/one/answers") == ["02-1.wav.part"])
    }

    @Test("What a crash left in the vault goes")
    func leftovers() async throws {
        let test = try await TestArchive()
        try await test.hold("one")
        let path = DurableOutput.partialPath(in: test.home + "/recordings", name: "recording")
        try TestFile.write("half a recording", to: path)
        // Somebody may be writing it just now.
        #expect(try await test.archive.tidy().leftovers == 0)
        #expect(try await test.archive.tidy(olderThanSeconds: 0).leftovers == 1)
        #expect(try test.vaultCount() == 1)
    }

    @Test("Copies of the database that were being tried out go, and nothing of others")
    func databaseLeftovers() async throws {
        let test = try await TestArchive()
        let names = [".restore.1a2b.part", ".restore.1a2b.part-wal", ".viva.db.before-1.3c4d.part-journal"]
        for name in names + [".notes.part", "restore.part", ".restore.new.part"] {
            try test.scratch.write("half a database", to: "home/\(name)")
        }
        #expect(try await test.archive.check().leftovers.isEmpty)
        for name in names + [".notes.part", "restore.part"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -2 * 86_400)],
                ofItemAtPath: test.scratch.file("home/\(name)"))
        }
        #expect(try await test.archive.check().leftovers == names.map { test.scratch.file("home/\($0)") })
        #expect(try await test.archive.tidy().leftovers == 3)
        #expect(
            test.scratch.names(in: "home").filter { $0.hasSuffix(".part") }
                == [".notes.part", ".restore.new.part", "restore.part"])
        #expect(try await test.archive.check().leftovers.isEmpty)
    }

    @Test("A recording of which nothing could be made stays until its interview is deleted")
    func setAside() async throws {
        let test = try await TestArchive()
        var interview = TestArchive.interview("one", questions: 1)
        let desk = try await InterviewDesk.begin(interview, in: test.archive)
        try await TestArchive.answer(&interview, at: desk, sound: TestArchive.sound("one"))
        try await TestArchive.judge(&interview, at: desk)
        let path = try test.scratch.write("no WAV", to: "home/work/one/answers/01-1.wav.part.damaged")
        try interview.handle(.finished(at: TestArchive.date + 60))
        try await desk.keep(interview)
        #expect(await desk.setAside == [path])
        await desk.close()
        #expect(test.scratch.names(in: "home/work/one/answers") == ["01-1.wav.part.damaged"])
        #expect(try await test.archive.tidy(olderThanSeconds: 0).workFolders == 0)
        #expect(test.scratch.exists("home/work/one/answers/01-1.wav.part.damaged"))
        try await test.archive.delete(.id("one"))
        #expect(test.scratch.names(in: "home/work").isEmpty)
    }

    @Test(
        "Names of folders say which interview they belong to",
        arguments: ["7f3a-01", "../x", "Ä b%", "", "."])
    func names(id: String) {
        let name = WorkName.name(of: id)
        #expect(WorkName.id(of: name) == id.lowercased())
        #expect(!name.isEmpty && !name.contains("/") && !name.contains("."))
    }

    @Test("A name that no interview gives is none's", arguments: ["a.b", "%zz", "%4", "A", "%41"])
    func strangeNames(name: String) { #expect(WorkName.id(of: name) == nil) }
}
