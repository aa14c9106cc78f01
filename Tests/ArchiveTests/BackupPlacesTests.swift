import Archive
import FoundationEssentials
import Storage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite("Where backups are written and read")
struct BackupPlacesTests {
    @Test("A link that leads nowhere is in the way of a backup, and stays")
    func danglingLink() async throws {
        let test = try await TestArchive()
        let (link, target) = (test.scratch.file("link.db"), test.scratch.file("elsewhere.db"))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        let error = await #expect(throws: ArchiveError.self) {
            try await DatabaseCare(folder: test.home).backup(to: link)
        }
        #expect("\(try #require(error))".contains("something is there already"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        #expect(!test.scratch.exists("elsewhere.db"))
    }

    @Test("A folder that is not there is told before anything is done", arguments: ["none", "file"])
    func noFolder(kind: String) async throws {
        let test = try await TestArchive()
        if kind == "file" { try test.scratch.write("A file.", to: kind) }
        let path = test.scratch.file("\(kind)/backup.db")
        let error = await #expect(throws: ArchiveError.self) {
            try await DatabaseCare(folder: test.home).backup(to: path)
        }
        guard case .storage(let error) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error == .noFolder(path: path, folder: test.scratch.file(kind)))
        #expect(error.description.contains(test.scratch.file(kind)))
        #expect(!test.scratch.exists("none"))
        // A database that is damaged is not reached.
        try TestFile.write("no database", to: DatabaseCare(folder: test.home).file)
        let damaged = await #expect(throws: ArchiveError.self) {
            try await DatabaseCare(folder: test.home).backup(to: path)
        }
        #expect("\(try #require(damaged))".contains("there is no folder"))
    }

    @Test("What is no file is no backup, and nothing waits for it", arguments: ["pipe", "folder"])
    func noFile(kind: String) async throws {
        let test = try await TestArchive()
        let path = test.scratch.file(kind)
        if kind == "pipe" { #expect(mkfifo(path, 0o600) == 0) } else { try test.scratch.folder(kind) }
        let error = await #expect(throws: ArchiveError.self) {
            try await DatabaseCare(folder: test.home).restore(from: path)
        }
        #expect("\(try #require(error))".contains("it is not a file"))
    }
}
