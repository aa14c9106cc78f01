import Accounts
import DatabaseTestSupport
import FoundationEssentials
import Interview
import Recordings
import Records
import Storage
import TestSupport
import Testing

@testable import Archive

@Suite("Erasing people", .serialized)
struct ErasingTests {
    private func library(_ test: TestArchive) -> SessionLibrary {
        SessionLibrary(directory: test.home + "/sessions")
    }

    /// Writes a session folder and takes it in.
    private func takeIn(_ name: String, id: String, candidate: Int64? = nil, _ test: TestArchive) async throws
    {
        let interview = TestArchive.interview(id)
        let path = "\(test.home)/sessions/\(name)"
        try SessionFolder.write(interview, to: path)
        try test.scratch.write("said by \(Planted.mark)", to: "home/sessions/\(name)/answers/01-1.wav")
        _ = try await SessionImport(into: test.archive).run(library(test))
        // A folder names nobody by the numbers of this database.
        guard let candidate else { return }
        try await test.archive.records.change(.id(id)) { $0.details.candidate = candidate }
    }

    @Test("Of a person who was erased no byte is left in the folder", arguments: [false, true])
    func leavesNothing(isEncrypted: Bool) async throws {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        let person = try await Planted.fill(test)
        try await takeIn("of \(Planted.mark)", id: "from a folder", candidate: person, test)
        let other = try await test.hold("other", question: Array("a question to \(Planted.mark)".utf8))
        #expect(try Planted.files(in: test.home).count > 4)
        let erasure = try await test.archive.erase(.person(.number(person)), sessionFolders: library(test))
        #expect(erasure.interviews == 3 && erasure.people == 1 && erasure.resumes == 1)
        #expect(erasure.deletedFolders == ["of \(Planted.mark)"] && erasure.otherFolders.isEmpty)
        try await test.archive.scrub()
        // What somebody else's interview names as well stays, and is all that does.
        #expect(try test.vaultCount() == 2)
        try await test.archive.delete(.number(other))
        try await test.archive.scrub()
        #expect(try Planted.files(in: test.home) == [])
        #expect(try test.vaultCount() == 0)
        #expect(test.scratch.names(in: "home/work") == [] && test.scratch.names(in: "home/removing") == [])
        #expect(try await test.archive.check().problems == [])
        await test.archive.close()
        #expect(try Planted.files(in: test.home) == [])
    }

    @Test("Of a person who was erased nothing is left in any table", arguments: TestDatabase.all)
    func leavesNoRow(kind: TestDatabase) async throws {
        try await kind.run { database in
            for isEverything in [false, true] {
                let test = try TestArchive(records: try await Records(database: database))
                let person = try await Planted.fill(test)
                try await takeIn("of \(Planted.mark)", id: "from a folder", candidate: person, test)
                let columns = try await Planted.columns(in: database)
                for column in ["interviews.body", "takes.text", "search_texts.text", "resumes.file_name"] {
                    #expect(columns.contains(column))
                }
                let erasure = try await test.archive.erase(
                    isEverything ? .everything : .person(.number(person)), sessionFolders: library(test))
                #expect(erasure.interviews == 3 && erasure.resumes == 1)
                #expect(try await Planted.columns(in: database) == [])
                #expect(try test.vaultCount() == 0)
                if !isEverything { try await test.archive.records.deleteOrganization(.id("o")) }
            }
        }
    }

    @Test("With everything goes what nothing names")
    func strays() async throws {
        let test = try await TestArchive()
        try await test.hold("one")
        let stray = try test.archive.vault.writer()
        try stray.append(Array("nobody's".utf8))
        _ = try stray.finish()
        let count = try test.vaultCount()
        #expect(try await test.archive.erase(.everything).files == count)
        #expect(try test.vaultCount() == 0)
    }

    @Test("While somebody works on one of the interviews nothing is erased")
    func inUse() async throws {
        let test = try await TestArchive()
        let person = try await Planted.fill(test)
        let desk = try await InterviewDesk.open(.id("going"), in: test.archive)
        let count = try test.vaultCount()
        await #expect(throws: ArchiveError.self) { try await test.archive.erase(.person(.number(person))) }
        await #expect(throws: ArchiveError.self) { try await test.archive.erase(.everything) }
        #expect(try await test.archive.records.holdings(.everything).interviews.count == 2)
        #expect(try test.vaultCount() == count)
        #expect(test.scratch.names(in: "home/work") == ["going"])
        #expect(test.scratch.names(in: "home/removing") == [])
        await desk.close()
        #expect(try await test.archive.erase(.person(.number(person))).interviews == 2)
    }

    @Test("Without the key of the recordings nothing is erased")
    func noKey() async throws {
        let test = try await TestArchive(isEncrypted: true)
        let person = try await Planted.fill(test)
        let keyless = try await Archive.open(test.home)
        await #expect(throws: ArchiveError.self) { try await keyless.erase(.person(.number(person))) }
        #expect(try await keyless.records.holdings(.person(.number(person))).interviews.count == 2)
        #expect(test.scratch.names(in: "home/removing") == [])
    }

    @Test("An erasure that was broken off after the rows were gone is brought to its end")
    func brokenOff() async throws {
        let test = try await TestArchive()
        let person = try await Planted.fill(test)
        try await takeIn("of-her", id: "from a folder", candidate: person, test)
        let holdings = try await test.archive.records.holdings(.person(.number(person)))
        try RemovalNote(
            ids: Set(holdings.interviews.values), addresses: holdings.files,
            sessionFolders: holdings.sessionFolders, of: library(test), in: test.archive
        ).write()
        try await test.archive.records.erase(person: .number(person))
        let tidying = try await test.archive.tidy()
        #expect(tidying.deletions == 1 && tidying.workFolders == 2)
        try await test.archive.scrub()
        #expect(try test.vaultCount() == 0)
        #expect(try Planted.files(in: test.home) == [])
        #expect(
            test.scratch.names(in: "home/removing") == [] && test.scratch.names(in: "home/sessions") == [])
        #expect(try await test.archive.records.importedFolders().isEmpty)
    }

    @Test("An erasure that was broken off before the rows were gone did not happen")
    func notBegun() async throws {
        let test = try await TestArchive()
        let person = try await Planted.fill(test)
        try await takeIn("of-her", id: "from a folder", candidate: person, test)
        let holdings = try await test.archive.records.holdings(.person(.number(person)))
        let count = try test.vaultCount()
        try RemovalNote(
            ids: Set(holdings.interviews.values), addresses: holdings.files,
            sessionFolders: holdings.sessionFolders, of: library(test), in: test.archive
        ).write()
        let tidying = try await test.archive.tidy()
        #expect(tidying.recordings == 0 && tidying.workFolders == 0)
        #expect(try test.vaultCount() == count)
        #expect(test.scratch.names(in: "home/sessions") == ["of-her"])
        #expect(try await test.archive.records.holdings(.person(.number(person))) == holdings)
    }

    @Test("A session folder that stays is not taken in again; one that went is forgotten")
    func sessionFolders() async throws {
        let test = try await TestArchive()
        try await takeIn("stays", id: "one", test)
        try await takeIn("goes", id: "two", test)
        #expect(try await test.archive.delete(.id("one")).sessionFolder == "stays")
        #expect(try await test.archive.delete(.id("two"), sessionFolders: library(test)).sessionFolder == nil)
        #expect(test.scratch.names(in: "home/sessions") == ["stays"])
        #expect(try await SessionImport(into: test.archive).run(library(test)).isEmpty)
        #expect(try await test.archive.records.importedFolders() == ["stays"])
        let erasure = try await test.archive.erase(.everything)
        #expect(erasure.otherFolders == ["stays"] && erasure.deletedFolders.isEmpty)
        #expect(try await SessionImport(into: test.archive).run(library(test)).isEmpty)
        #expect(
            try await test.archive.erase(.everything, sessionFolders: library(test)).deletedFolders == [
                "stays"
            ])
        #expect(test.scratch.names(in: "home/sessions") == [])
    }

    @Test("A session folder of the same name with another interview is not deleted")
    func otherFolder() async throws {
        let test = try await TestArchive()
        try await takeIn("same", id: "one", test)
        try SessionFolder.write(TestArchive.interview("another"), to: "\(test.home)/sessions/same")
        #expect(
            try await test.archive.delete(.id("one"), sessionFolders: library(test)).sessionFolder == "same")
        #expect(test.scratch.names(in: "home/sessions") == ["same"])
    }

    @Test("Names that lead out of the library name no folder", arguments: ["", ".", "..", "../home", "a/b"])
    func names(name: String) throws {
        let folder = try TestFolder()
        try SessionFolder.write(TestArchive.interview("one"), to: folder.file("library/a/b"))
        try SessionFolder.write(TestArchive.interview("one"), to: folder.file("home"))
        try SessionFolder.write(TestArchive.interview("one"), to: folder.path)
        let library = SessionLibrary(directory: folder.file("library"))
        #expect(!library.holds(name))
        try library.remove(name)
        #expect(folder.exists("library/a/b/session.json") && folder.exists("home/session.json"))
    }

    @Test("A deletion that is refused leaves no folder of work")
    func refusedDeletion() async throws {
        let test = try await TestArchive(isEncrypted: true)
        let number = try await test.hold("one")
        #expect(test.scratch.names(in: "home/work") == [])
        let keyless = try await Archive.open(test.home)
        await #expect(throws: ArchiveError.self) { try await keyless.delete(.number(number)) }
        #expect(test.scratch.names(in: "home/work") == [])
        // A folder in which something was made stays.
        try test.scratch.write("half an answer", to: "home/work/one/answers/01-1.wav.part")
        await #expect(throws: ArchiveError.self) { try await keyless.delete(.number(number)) }
        #expect(test.scratch.exists("home/work/one/answers/01-1.wav.part"))
    }

    @Test("A resume goes with its file, and a person with the resumes")
    func resumes() async throws {
        let test = try await TestArchive()
        let person = try await Planted.fill(test)
        let count = try test.vaultCount()
        let page = try await test.archive.records.resumes(person: person, page: .first(5))
        let resume = try #require(page.items.first)
        try await test.archive.deleteResume(.number(resume.number))
        #expect(try test.vaultCount() == count - 1)
        try await test.archive.keep(resume.value, content: Array("again".utf8))
        try await test.archive.deletePerson(.number(person))
        #expect(try test.vaultCount() == count - 1)
        #expect(try await test.archive.records.holdings(.everything).interviews.count == 2)
        // Of a resume that cannot be kept no file is left.
        await #expect(throws: ArchiveError.self) {
            try await test.archive.keep(resume.value, content: Array("of nobody there".utf8))
        }
        #expect(try test.vaultCount() == count - 1)
        #expect(test.scratch.names(in: "home/removing") == [])
    }

    @Test("What a person had written down goes with the person, sound and words", arguments: TestDatabase.all)
    func transcripts(kind: TestDatabase) async throws {
        try await kind.run { database in
            for way in 0..<3 {
                let test = try TestArchive(records: try await Records(database: database))
                let records = test.archive.records
                let ann = try await records.keep(Person(id: "ann\(way)", name: "Ann")).number
                let account = try await records.keep(
                    Account(
                        id: "a\(way)", login: try LoginName("ann\(way)"), person: ann, passwordHash: "",
                        passwordSetAt: TestArchive.date)
                ).number
                let path = try test.scratch.write(TestArchive.sound(Planted.mark), to: "sent.wav")
                let job = try await test.archive.keep(recording: path) {
                    Job(.transcript(recording: $0, fileName: Planted.mark), account: account)
                }
                let taken = try #require(try await records.takeJob(until: TestArchive.date + 9))
                #expect(taken.number == job.number)
                try await records.finish(taken, text: Planted.mark)
                #expect(try test.vaultCount() == 1)
                switch way {
                case 0: try await test.archive.erase(.person(.number(ann)))
                case 1: try await test.archive.deletePerson(.number(ann))
                default:
                    try await records.deleteAccount(.number(account))
                    try await test.archive.forgetOldJobs()
                }
                #expect(try await Planted.columns(in: database) == [])
                #expect(try test.vaultCount() == 0)
                #expect(test.scratch.names(in: "home/removing") == [])
            }
        }
    }
}
