import SystemPackage
import TestSupport
import Testing

@testable import Recordings

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct RotationTests {
    private let folder: TestFolder
    private let contents = [0, 1, 70_000, 200_000, 12].enumerated().map {
        Samples.content($1, seed: UInt64($0))
    }

    init() throws { folder = try TestFolder() }

    /// The vault as it is seen with some keys, the writing one first.
    private func vault(_ numbers: Int...) throws -> RecordingVault {
        let keys = try numbers.map(Samples.key)
        return RecordingVault(
            root: folder.file("v"),
            keys: keys.first.map { MasterKeys(writing: $0, older: Array(keys.dropFirst())) })
    }

    private func expectAll(in vault: RecordingVault) throws {
        for content in contents { #expect(try vault.content(Samples.id(of: content)) == content) }
        let listing = try vault.list()
        #expect(listing.recordings.map(\.id) == contents.map(Samples.id).sorted())
        #expect(listing.recordings.allSatisfy { $0.isEncrypted })
        #expect(listing.faults == [])
        #expect(try vault.verify().faults == [])
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
    }

    /// Breaks a rotation off after some files.
    private func rotate(_ vault: RecordingVault, files: Int) async {
        _ = await Task {
            #expect(throws: RecordingError.cancelled) {
                try vault.rotate { progress in
                    if progress.files == files { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
        }.value
    }

    @Test func anotherKeyIsWrappedRoundTheSameContent() throws {
        for content in contents { try vault(1).add(content) }
        let paths = try vault(1).files().map(\.path)
        let before = try paths.map { try TestFile.bytes($0) }
        var told: [RecordingVault.RotationProgress] = []
        let rotation = try vault(2, 1).rotate { told.append($0) }
        #expect((rotation.rewrapped, rotation.encrypted, rotation.unchanged) == (5, 0, 0))
        #expect(rotation.faults == [])
        #expect(told == (1...5).map { .init(files: $0, ofFiles: 5) })
        try expectAll(in: vault(2))
        // No name and no chunk is another; the header is, and the old one is gone.
        #expect(try vault(2).files().map(\.path) == paths)
        for (path, old) in zip(paths, before) {
            let new = try TestFile.bytes(path)
            #expect(new[SealedLayout.headerBytes...] == old[SealedLayout.headerBytes...])
            #expect(new[..<SealedLayout.blockBytes].allSatisfy { $0 == 0 })
            #expect(new.firstRange(of: old[32..<132]) == nil)
        }
        let again = try vault(2, 1).rotate()
        #expect((again.rewrapped, again.unchanged) == (0, 5))
        // Back into the first block.
        #expect(try vault(3, 2).rotate().rewrapped == 5)
        try expectAll(in: vault(3))
    }

    @Test func theOldKeyOpensNothingAfterwards() throws {
        for content in contents { try vault(1).add(content) }
        _ = try vault(2, 1).rotate()
        let error = RecordingError.wrongKey(
            path: folder.file("v/vault.json"), needed: try Samples.key(2).id, known: [try Samples.key(1).id])
        #expect(throws: error) { try vault(1).open(Samples.id(of: contents[1])) }
        #expect(throws: error) { try vault(1).add([5]) }
        #expect(throws: error) { try vault(1).rotate() }
    }

    @Test func whatIsNotEncryptedBecomesSo() throws {
        for content in contents { try vault().add(content) }
        let plain = try vault().files().map(\.path)
        let rotation = try vault(1).rotate()
        #expect((rotation.rewrapped, rotation.encrypted, rotation.unchanged) == (0, 5, 0))
        try expectAll(in: vault(1))
        #expect(plain.allSatisfy { !vaultHolds($0) })
        let names = try folder.namesOfAll().joined()
        #expect(contents.allSatisfy { !names.contains(Samples.id(of: $0).hexadecimal) })
    }

    private func vaultHolds(_ path: String) -> Bool { (try? TestFile.bytes(path)) != nil }

    @Test func everythingIsFoundWhileAVaultBecomesEncrypted() async throws {
        for content in contents { try vault().add(content) }
        await rotate(try vault(1), files: 2)
        let vault = try self.vault(1)
        #expect(try vault.list().recordings.count { $0.isEncrypted } == 2)
        for content in contents { #expect(try vault.content(Samples.id(of: content)) == content) }
        let rotation = try vault.rotate()
        #expect((rotation.encrypted, rotation.unchanged) == (3, 2))
        try expectAll(in: vault)
    }

    @Test func whatIsThereTwiceIsRemovedTwice() throws {
        // As after a crash between the encrypted copy and the removal of the other.
        try vault().add(contents[2])
        let id = Samples.id(of: contents[2])
        let plain = try vault().path(plain: id)
        let vault = try self.vault(1)
        _ = try vault.rotate()
        try folder.write(contents[2], to: String(plain.dropFirst(folder.path.count + 1)))
        #expect(try vault.files().count == 2)
        #expect(try vault.list().recordings.count == 1)
        try vault.remove(id)
        #expect(try vault.files() == [])
    }

    @Test func aRotationThatBreaksOffIsTakenUp() async throws {
        for content in contents { try vault(1).add(content) }
        await rotate(try vault(2, 1), files: 3)
        let ids = try vault(2, 1).files().map { file in
            try SealedFile(file.path, keys: MasterKeys(writing: Samples.key(2), older: [Samples.key(1)]))
                .header.keyID
        }
        #expect(ids.count { $0 == (try? Samples.key(2).id) } == 3)
        try expectAll(in: vault(2, 1))
        // With the new key alone the rest is not to be had, and says so.
        #expect(try vault(2).list().faults.count == 2)
        let rotation = try vault(2, 1).rotate()
        #expect((rotation.rewrapped, rotation.unchanged) == (2, 3))
        try expectAll(in: vault(2))
    }

    @Test func aCrashWhileAHeaderIsWrittenLosesNothing() throws {
        try vault(1).add(contents[2])
        let path = try vault(1).onlyPath()
        let old = try TestFile.bytes(path)
        _ = try vault(2, 1).rotate()
        let new = try TestFile.bytes(path)
        let (block, id) = (SealedLayout.blockBytes, Samples.id(of: contents[2]))
        // The new header half written; both whole; the old one half overwritten.
        let torn = [
            old[..<block] + new[block..<block + 70] + old[(block + 70)...],
            old[..<block] + new[block...],
            new[..<70] + old[70..<block] + new[block...],
        ]
        for bytes in torn {
            try TestFile.write(bytes, to: path)
            #expect(try vault(2, 1).content(id) == contents[2])
            #expect(try vault(2, 1).rotate().rewrapped == 1)
            #expect(try vault(2).content(id) == contents[2])
            let settled = try TestFile.bytes(path)
            let blocks = [settled[..<block], settled[block..<2 * block]]
            #expect(blocks.count { $0.allSatisfy { $0 == 0 } } == 1)
        }
    }

    @Test func recordingsAreReadWhileKeysChange() async throws {
        let id = try vault(1).add(contents[3]).id
        let reader = try vault(1).open(id)
        let other = try vault(2, 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { @concurrent in _ = try other.rotate() }
            for _ in 0..<50 { #expect(try other.content(id) == contents[3]) }
            try await group.waitForAll()
        }
        var read: [UInt8] = []
        try reader.forEachPiece { read += $0 }
        #expect(read == contents[3])
    }

    @Test func whatIsRemovedWhileItIsEncryptedDoesNotComeBack() async throws {
        let ids = try (0..<20).map { try self.vault().add(Samples.content(300_000, seed: $0)).id }
        let vault = try self.vault(1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { @concurrent in _ = try vault.rotate() }
            // In the order of the files, so that they meet.
            group.addTask { @concurrent in for id in ids.sorted() { try vault.remove(id) } }
            try await group.waitForAll()
        }
        #expect(try vault.files() == [])
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
    }

    @Test func twoRotationsDoNotMeet() throws {
        try vault(1).add([1])
        let lock = try VaultLock(root: folder.file("v"), .refusing)
        #expect(throws: RecordingError.busy(folder: folder.file("v"))) { try vault(1).rotate() }
        withExtendedLifetime(lock) {}
    }

    /// A descriptor that is closed twice takes that of somebody else with it, who has the number by then. In a process of its own,
    /// where it would harm no other test.
    @Test func aLockThatIsRefusedClosesNothingOfOthers() async {
        await #expect(processExitsWith: .success) {
            let folder = try TestFolder()
            let root = folder.path
            let lock = try VaultLock(root: root, .refusing)
            let others = Task.detached {
                for _ in 0..<20_000 {
                    let file = try FileDescriptor.open("/dev/null", .readOnly)
                    try file.close()
                }
            }
            for _ in 0..<20_000 {
                #expect(throws: RecordingError.busy(folder: root)) { try VaultLock(root: root, .refusing) }
            }
            try await others.value
            withExtendedLifetime((lock, folder)) {}
        }
    }

    @Test func damagedFilesAreNamedAndLeftAsTheyAre() throws {
        for content in contents { try vault(1).add(content) }
        let path = try vault(1).files()[2].path
        var bytes = try TestFile.bytes(path)
        bytes[60] ^= 1
        try TestFile.write(bytes, to: path)
        let rotation = try vault(2, 1).rotate()
        #expect(rotation.rewrapped == 4)
        #expect(rotation.faults.count == 1)
        #expect("\(rotation.faults)".contains(path))
        #expect(try TestFile.bytes(path) == bytes)
    }

    @Test func aDamagedFileIsNotEncryptedUnderAFalseName() throws {
        let id = try vault().add([1, 2, 3]).id
        let path = try vault().path(plain: id)
        try TestFile.write([1, 2, 4], to: path)
        let rotation = try vault(1).rotate()
        #expect(rotation.encrypted == 0)
        #expect(rotation.faults.count == 1)
        #expect(try TestFile.bytes(path) == [1, 2, 4])
        #expect(try vault(1).files().count == 1)
    }

    @Test func withoutAKeyAnEncryptedVaultIsClosed() throws {
        try vault(1).add([1])
        let id = Samples.id(of: [1])
        let root = folder.file("v")
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().open(id) }
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().add([2]) }
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().list() }
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().verify() }
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().remove(id) }
        #expect(throws: RecordingError.noKey(folder: root)) { try vault().rotate() }
        #expect(try vault(2, 1).content(id) == [1])
    }

    @Test func aFileOfAnotherKeyIsNotDamaged() throws {
        let id = try vault(1).add([1]).id
        let path = try vault(1).onlyPath()
        let secret = folder.file("v/vault.json")
        let keys = MasterKeys(writing: try Samples.key(2))
        #expect(
            throws: RecordingError.wrongKey(
                path: path, needed: try Samples.key(1).id, known: [try Samples.key(2).id])
        ) { try SealedFile(path, keys: keys) }
        // The vault's secret is lost: nothing is added beside files that could not be found any more.
        let kept = try TestFile.bytes(secret)
        try TestFile.write([], to: secret)
        #expect { try vault(1).open(id) } throws: {
            if case RecordingError.damaged(secret, _) = $0 { true } else { false }
        }
        try TestFile.write(
            String(decoding: kept, as: UTF8.self).replacing("\"secret\":\"", with: "\"secret\":\"A"),
            to: secret)
        #expect(throws: RecordingError.self) { try vault(1).open(id) }
        #expect(remove(secret) == 0)
        #expect { try vault(1).add([2]) } throws: {
            if case RecordingError.damaged(secret, _) = $0 { true } else { false }
        }
        try TestFile.write(kept, to: secret)
        #expect(try vault(1).content(id) == [1])
    }
}
