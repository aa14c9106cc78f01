import Archive
import FoundationEssentials
import Recordings
import Records
import SQL
import TestSupport
import Testing

@Suite("Looking at all that is kept")
struct ArchiveCheckTests {
    /// An archive with the interview `kept`, and a recording that nothing names; the paths of the two recordings.
    private func filled(
        isEncrypted: Bool
    ) async throws -> (test: TestArchive, kept: String, orphan: String) {
        let test = try await TestArchive(isEncrypted: isEncrypted)
        try await test.hold("kept")
        let kept = try #require(try test.archive.vault.paths().first)
        try await test.hold("gone")
        let orphan = try #require(try test.archive.vault.paths().first { $0 != kept })
        try await test.archive.records.write { try $0.run("DELETE FROM interviews WHERE uuid = 'gone'") }
        return (test, kept, orphan)
    }

    @Test("The file of a resume or a message that is missing is a problem")
    func missingFiles() async throws {
        let test = try await TestArchive()
        _ = try await Planted.fill(test)
        #expect(try await test.archive.check().problems.isEmpty)
        for path in try test.archive.vault.paths() { try FileManager.default.removeItem(atPath: path) }
        let problems = try await test.archive.check().problems
        #expect(
            problems.count { $0.contains("The file of a resume, a message or a report") } == 2, "\(problems)")
    }

    @Test(
        "A damaged recording that nothing names is no problem, and goes", arguments: [false, true],
        [true, false])
    func damagedOrphan(isEncrypted: Bool, isCut: Bool) async throws {
        let (test, kept, orphan) = try await filled(isEncrypted: isEncrypted)
        try TestFile.write(
            isCut ? Array(try TestFile.bytes(orphan).dropLast()) : Array("junk".utf8), to: orphan)
        let check = try await test.archive.check()
        #expect(check.problems.isEmpty && check.areRowsReadable)
        #expect(check.damagedOrphans == [orphan] && check.orphans.isEmpty)
        #expect(try await test.archive.removeOrphans() == 1)
        #expect(try test.archive.vault.paths() == [kept])
        let after = try await test.archive.check()
        #expect(after.problems.isEmpty && after.damagedOrphans.isEmpty && after.recordings == 1)
    }

    @Test(
        "A damaged recording that is named is a problem, and keeps no other from being removed",
        arguments: [false, true])
    func damagedRecording(isEncrypted: Bool) async throws {
        let (test, kept, _) = try await filled(isEncrypted: isEncrypted)
        try TestFile.write("junk", to: kept)
        let check = try await test.archive.check()
        #expect(check.problems.count == 1 && check.problems[0].contains(kept))
        #expect(check.orphans.count == 1 && check.damagedOrphans.isEmpty && check.areRowsReadable)
        #expect(try await test.archive.removeOrphans() == 1)
        #expect(try test.archive.vault.paths() == [kept])
    }

    @Test(
        "Nothing is removed while a copy of the database beside it may name it",
        arguments: ["before-20260101T000000Z", "damaged", "bak"])
    func setAside(name: String) async throws {
        let (test, _, orphan) = try await filled(isEncrypted: false)
        #expect(try test.archive.databaseCopies().isEmpty)
        let aside = try test.scratch.write("a database", to: "home/viva.db.\(name)")
        #expect(try test.archive.databaseCopies() == [aside])
        let error = await #expect(throws: ArchiveError.self) { try await test.archive.removeOrphans() }
        let text = "\(try #require(error))"
        #expect(text.contains(aside) && text.contains("move it elsewhere"), "\(text)")
        #expect(try test.archive.vault.paths().contains(orphan))
        try FileManager.default.removeItem(atPath: aside)
        #expect(try await test.archive.removeOrphans() == 1)
    }

    @Test("Where a row cannot be read, that is told")
    func unreadable() async throws {
        let (test, _, _) = try await filled(isEncrypted: false)
        try await test.archive.records.write { try $0.run("UPDATE interviews SET body = '{}'") }
        let check = try await test.archive.check()
        #expect(!check.areRowsReadable && check.unreadable == [1])
        // Which folder a command is to work on is known where it is printed.
        #expect(check.problems.count == 1 && !check.problems.contains { $0.contains("`viva") })
    }

    @Test("Without the secret of the names nothing is removed")
    func noSecret() async throws {
        let (test, _, _) = try await filled(isEncrypted: true)
        try FileManager.default.removeItem(atPath: test.scratch.file("home/recordings/vault.json"))
        let problems = try await test.archive.check().problems
        #expect(problems.contains { $0.contains("vault.json is damaged") })
        await #expect(throws: ArchiveError.self) { try await test.archive.removeOrphans() }
        let files = try FileManager.default.subpathsOfDirectory(atPath: test.scratch.file("home/recordings"))
        #expect(files.count { $0.hasSuffix(".sealed") } == 2)
    }
}
