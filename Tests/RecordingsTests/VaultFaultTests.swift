import FoundationEssentials
import Storage
import SystemPackage
import TestSupport
import Testing

@testable import Recordings

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct VaultFaultTests {
    /// A folder of a disk of 2 MB, or of one that may only be read, where there is one: `scripts/check-recordings` makes
    /// them.
    private static let fullDisk = ProcessInfo.processInfo.environment["VIVA_TEST_SMALL_DISK"]
    private static let fixedDisk = ProcessInfo.processInfo.environment["VIVA_TEST_READ_ONLY_DISK"]

    private func vault(_ root: String, encrypted: Bool) throws -> RecordingVault {
        RecordingVault(root: root, keys: encrypted ? MasterKeys(writing: try Samples.key(1)) : nil)
    }

    @Test(.enabled(if: fullDisk != nil), arguments: [false, true])
    func aFullDiskLeavesNothingHalfWritten(encrypted: Bool) throws {
        let root = try #require(Self.fullDisk) + (encrypted ? "/sealed" : "/plain")
        let vault = try vault(root, encrypted: encrypted)
        let small = try vault.add(Samples.content(100_000)).id
        let (large, folder) = (Samples.content(4_000_000), try TestFolder())
        let path = try folder.write(large, to: "large")
        for _ in 0..<3 {
            #expect { try vault.add(file: path) } throws: {
                if case RecordingError.diskFull = $0 { true } else { false }
            }
            #expect(try vault.leftovers(olderThanSeconds: 0) == [])
            #expect(try vault.list().recordings.map(\.id) == [small])
        }
        var export = RecordingExport()
        export.add(file: path, as: "large.flac", kind: .recording)
        #expect(throws: RecordingError.diskFull(path: root + "/a.zip")) {
            try export.write(to: root + "/a.zip")
        }
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
        #expect(try vault.verify().faults == [])
        try vault.remove(small)
    }

    @Test(.enabled(if: fullDisk != nil))
    func aDiskTooFullToEncryptKeepsWhatThereIs() throws {
        let root = try #require(Self.fullDisk) + "/rotated"
        let content = Samples.content(1_200_000)
        let id = try vault(root, encrypted: false).add(content).id
        let vault = try vault(root, encrypted: true)
        #expect { try vault.rotate() } throws: {
            if case RecordingError.diskFull = $0 { true } else { false }
        }
        #expect(try vault.content(id) == content)
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
        try vault.remove(id)
    }

    @Test(.enabled(if: fixedDisk != nil), arguments: [false, true])
    func aDiskThatMayOnlyBeReadIsAnError(encrypted: Bool) throws {
        let vault = try vault(try #require(Self.fixedDisk) + "/v", encrypted: encrypted)
        #expect { try vault.add([1]) } throws: {
            if case RecordingError.writeFailed = $0 { true } else { false }
        }
    }

    @Test(.enabled(if: geteuid() != 0), arguments: [false, true])
    func aFolderThatMayNotBeWrittenIsLeftAsItIs(encrypted: Bool) throws {
        let folder = try TestFolder()
        let root = try folder.folder("v")
        #expect(chmod(root, 0o500) == 0)
        defer { chmod(root, 0o700) }
        #expect { try vault(root, encrypted: encrypted).add([1]) } throws: {
            if case RecordingError.writeFailed = $0 { true } else { false }
        }
        #expect(folder.names(in: "v") == [])
    }

    @Test(arguments: [false, true])
    func whatIsInTheWayLeavesNothing(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try vault(folder.file("v"), encrypted: encrypted)
        try vault.add([1])
        let path = try vault.onlyPath()
        try vault.remove(Samples.id(of: [1]))
        // A file where the folder of two digits would be.
        let digits = FilePath(path).removingLastComponent().string
        #expect(rmdir(digits) == 0)
        try TestFile.write([7], to: digits)
        #expect { try vault.add([1]) } throws: {
            if case RecordingError.writeFailed = $0 { true } else { false }
        }
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
        #expect(try TestFile.bytes(digits) == [7])
        try folder.write("x", to: "file")
        #expect(throws: RecordingError.self) {
            try self.vault(folder.file("file"), encrypted: encrypted).add([1])
        }
    }

    @Test func aFullDiskIsToldFromOtherFaults() {
        #expect(RecordingError(writing: "p", .noSpace) == .diskFull(path: "p"))
        #expect(RecordingError(writing: "p", .diskQuotaExceeded) == .diskFull(path: "p"))
        #expect(
            RecordingError(writing: "p", .readOnlyFileSystem)
                == .writeFailed(path: "p", reason: "Read-only file system"))
    }

    @Test func leftoversOfAnAgeAreRemoved() throws {
        let folder = try TestFolder()
        let vault = try vault(folder.file("v"), encrypted: true)
        let id = try vault.add([1]).id
        let writer = try vault.writer()
        try writer.append([1, 2, 3])
        // A crash while a recording was added, one while an encrypted one was removed, and libzip's own file.
        let old = [".recording.1a2b.part", ".removed.3c4d.part", ".a.zip.5e6f.part.Ab12Cd"]
        #expect(link(try vault.onlyPath(), folder.file("copy")) == 0)
        #expect(link(folder.file("copy"), folder.file("v/.removed.3c4d.part")) == 0)
        try folder.write("x", to: "v/" + old[0])
        try folder.write("x", to: "v/" + old[2])
        try folder.write("x", to: "v/.keep")
        for name in old {
            let twoDaysAgo = timeval(tv_sec: time(nil) - 2 * 86_400, tv_usec: 0)
            #expect(utimes(folder.file("v/" + name), [twoDaysAgo, twoDaysAgo]) == 0)
        }
        let found = try vault.leftovers()
        #expect(found.map(\.path).sorted() == old.sorted().map { folder.file("v/" + $0) })
        #expect(found.allSatisfy { (172_000...173_000).contains($0.ageSeconds) })
        #expect(try vault.removeLeftovers().count == 3)
        #expect(try vault.leftovers() == [])
        // What is being written stays.
        #expect(try vault.leftovers(olderThanSeconds: 0).count == 1)
        #expect(folder.exists("v/.keep"))
        #expect(try writer.finish().id == Samples.id(of: [1, 2, 3]))
        // The key of what was being removed is gone, here also in the file that shares its content.
        #expect(try folder.bytes("copy").prefix(SealedLayout.headerBytes).allSatisfy { $0 == 0 })
        #expect(throws: RecordingError.self) { try vault.open(id) }
    }

    @Test func everyErrorSaysWhatToDo() throws {
        let (id, key) = (Samples.id(of: []), try Samples.key(1).id)
        let errors: [RecordingError] = [
            .notFound(id, folder: "f"), .damaged(path: "p", reason: "r"), .newerFormat(path: "p", format: 2),
            .noKey(folder: "f"), .wrongKey(path: "p", needed: key, known: [key, key]),
            .keyRefused(source: "s", reason: "r"), .busy(folder: "f"),
            .exportRefused(path: "p", entry: "e", reason: "r"), .readFailed(path: "p", reason: "r"),
            .writeFailed(path: "p", reason: "r"), .diskFull(path: "p"), .cancelled,
        ]
        for error in errors { #expect("\(error)".hasSuffix(".") && "\(error)".count > 30) }
        #expect(Set(errors.map(\.description)).count == errors.count)
    }
}
