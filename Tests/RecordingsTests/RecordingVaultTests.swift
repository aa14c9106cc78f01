import Dispatch
import Files
import TestSupport
import Testing

@testable import Recordings

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct RecordingVaultTests {
    static let chunk = SealedLayout.chunkBytes
    static let sizes = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 5_000_003]

    private func vault(_ folder: TestFolder, encrypted: Bool) throws -> RecordingVault {
        RecordingVault(
            root: folder.file("recordings"), keys: encrypted ? MasterKeys(writing: try Samples.key(1)) : nil)
    }

    private func permissions(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    @Test(arguments: sizes, [false, true])
    func whatIsAddedIsReadBack(size: Int, encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        let content = Samples.content(size)
        let added = try vault.add(content)
        #expect(added.id == Samples.id(of: content))
        #expect(added.sizeBytes == size)
        #expect(!added.wasThere)
        #expect(try vault.content(added.id) == content)
        #expect(try vault.sizeBytes(of: added.id) == size)
        #expect(try vault.contains(added.id))
        let listing = try vault.list()
        #expect(listing.recordings == [.init(id: added.id, sizeBytes: size, isEncrypted: encrypted)])
        #expect(listing.faults == [])
        let check = try vault.verify()
        #expect(check.faults == [])
        #expect((check.files, check.bytes) == (1, size))
    }

    @Test(arguments: [false, true])
    func aFileIsAddedAsBuffersAre(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        let content = Samples.content(2_500_000)
        let path = try folder.write(content, to: "answer.flac")
        let added = try vault.add(file: path)
        #expect(added.id == Samples.id(of: content))
        #expect(try vault.content(added.id) == content)
        #expect(try folder.bytes("answer.flac") == content)
    }

    @Test(arguments: [false, true])
    func anyRangeIsRead(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        let chunk = Self.chunk
        for size in [0, 1, chunk, 2 * chunk + 100] {
            let content = Samples.content(size, seed: 3)
            let id = try vault.add(content).id
            let ranges = [
                0..<0, 0..<1, 0..<size, size..<size, size..<size + 10, 0..<Int.max, size / 2..<Int.max,
                chunk - 1..<chunk + 1, chunk..<2 * chunk, 2 * chunk - 1..<2 * chunk + 1,
                2 * chunk + 99..<2 * chunk + 200, Int.max - 1..<Int.max, -5..<3,
            ]
            for range in ranges {
                let wanted = Array(content[range.clamped(to: 0..<size)])
                #expect(try vault.read(id, range) == wanted, "\(range) of \(size)")
            }
        }
    }

    @Test(arguments: [false, true])
    func theSameContentIsOneFile(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        let content = Samples.content(100_000)
        let first = try vault.add(content)
        let second = try vault.add(content, bufferBytes: 100_000)
        #expect(first.id == second.id)
        #expect(!first.wasThere && second.wasThere)
        #expect(try vault.files().count == 1)
        #expect(try vault.content(first.id) == content)
    }

    @Test(arguments: [false, true])
    func manyMayAddTheSameAtOnce(encrypted: Bool) async throws {
        let folder = try TestFolder()
        let content = Samples.content(300_000)
        // Each with a value of its own, as another program would have: nothing but files is shared.
        let ids = try await withThrowingTaskGroup(of: RecordingID.self) { group in
            for number in 0..<8 {
                let vault = try self.vault(folder, encrypted: encrypted)
                group.addTask { @concurrent in try vault.add(content, bufferBytes: 1000 + number).id }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(ids) == [Samples.id(of: content)])
        let vault = try self.vault(folder, encrypted: encrypted)
        #expect(try vault.files().count == 1)
        #expect(try vault.content(ids[0]) == content)
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
    }

    @Test(arguments: [false, true])
    func onlyTheOwnerMayReadAnything(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        try vault.add([1, 2, 3])
        #expect(permissions(vault.root) == 0o700)
        for name in try folder.namesOfAll() where name != "recordings" {
            let isFolder = name.split(separator: "/").last?.count == 2
            #expect(permissions(folder.file(name)) == (isFolder ? 0o700 : 0o600), "\(name)")
        }
    }

    @Test(arguments: [false, true])
    func whatIsRemovedIsGone(encrypted: Bool) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: encrypted)
        let (kept, gone) = (Samples.content(10), Samples.content(200_000, seed: 2))
        try vault.add(kept)
        let id = try vault.add(gone).id
        let reader = try vault.open(id)
        try vault.remove(id)
        #expect(throws: RecordingError.notFound(id, folder: vault.root)) { try vault.open(id) }
        #expect(throws: RecordingError.notFound(id, folder: vault.root)) { try vault.remove(id) }
        #expect(try vault.list().recordings.map(\.id) == [Samples.id(of: kept)])
        #expect(try !vault.contains(id))
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
        // Who has it open reads on.
        #expect(try reader.read(100_000..<100_010) == Array(gone[100_000..<100_010]))
    }

    @Test func theKeyOfWhatIsRemovedIsOverwritten() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: true)
        let id = try vault.add(Samples.content(10)).id
        // Another name of the same file shows what the disk holds after the removal.
        #expect(link(try vault.onlyPath(), folder.file("copy")) == 0)
        #expect(try folder.bytes("copy").starts(with: SealedHeader.magic))
        try vault.remove(id)
        #expect(try folder.bytes("copy").prefix(SealedLayout.headerBytes).allSatisfy { $0 == 0 })
    }

    @Test func theKeyOfACopyThatIsReplacedIsOverwritten() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: true)
        let content = Samples.content(10)
        let id = try vault.add(content).id
        #expect(link(try vault.onlyPath(), folder.file("copy")) == 0)
        try vault.add(content)
        #expect(try folder.bytes("copy").prefix(SealedLayout.headerBytes).allSatisfy { $0 == 0 })
        #expect(try vault.content(id) == content)
    }

    @Test func ofCopiesThatAreAddedAtOnceOneKeepsItsKey() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: true)
        let content = Samples.content(10)
        try vault.add(content)
        let first = try vault.onlyPath()
        #expect(link(first, folder.file("copy-0")) == 0)
        let group = DispatchGroup()
        do {
            // Both writers find the first copy, and wait for it.
            let held = try StoredFile(first, for: .changing)
            defer { withExtendedLifetime(held) {} }
            for _ in 1...2 { DispatchQueue.global().async(group: group) { _ = try? vault.add(content) } }
            var partials: [String] = []
            for _ in 1...1000 where partials.count < 2 {
                usleep(10_000)
                partials = folder.names(in: "recordings").filter { name in
                    let bytes = try? folder.bytes("recordings/" + name)
                    return name.hasSuffix(".part") && bytes?.starts(with: SealedHeader.magic) == true
                }
            }
            try #require(partials.count == 2)
            for (number, name) in partials.enumerated() {
                #expect(link(folder.file("recordings/" + name), folder.file("copy-\(number + 1)")) == 0)
            }
            usleep(300_000)
        }
        group.wait()
        let withKeys = try (0...2).filter { number in
            try folder.bytes("copy-\(number)").starts(with: SealedHeader.magic)
        }
        #expect(withKeys.count == 1)
        #expect(try vault.content(Samples.id(of: content)) == content)
    }

    @Test func whatIsNotFinishedLeavesNothing() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: false)
        do {
            let writer = try vault.writer()
            try writer.append(Samples.content(1000))
            #expect(folder.names(in: "recordings").count == 1)
            #expect(try vault.list().recordings == [])
        }
        #expect(folder.names(in: "recordings") == [])
    }

    @Test func aCancelledTaskLeavesNothing() async throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: true)
        let path = try folder.write(Samples.content(10))
        _ = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            #expect(throws: RecordingError.cancelled) { try vault.add(file: path) }
        }.value
        #expect(try vault.files() == [])
        #expect(try vault.leftovers(olderThanSeconds: 0) == [])
    }

    @Test(arguments: ["none", "", "a pipe"])
    func whatIsNoFileIsNotAdded(name: String) throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: false)
        if name == "a pipe" { #expect(mkfifo(folder.file(name), 0o600) == 0) }
        #expect { try vault.add(file: folder.file(name)) } throws: {
            if case RecordingError.readFailed = $0 { true } else { false }
        }
    }

    @Test func damageToWhatIsNotEncryptedIsFound() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: false)
        let content = Samples.content(1000)
        let id = try vault.add(content).id
        try vault.add([1])
        let path = vault.path(plain: id)
        try TestFile.write(content.dropLast(), to: path)
        let check = try vault.verify()
        #expect(check.files == 2)
        #expect(check.faults.count == 1)
        #expect("\(check.faults)".contains(path))
        // The same content, added again, takes the place of what was damaged.
        #expect(try vault.add(content).wasThere)
        #expect(try vault.verify().faults == [])
    }

    @Test func filesOfOthersAreLeftAlone() throws {
        let folder = try TestFolder()
        let vault = try self.vault(folder, encrypted: false)
        let id = try vault.add([1]).id
        let digits = id.hexadecimal
        try folder.write("x", to: "recordings/notes.txt")
        try folder.write("x", to: "recordings/ab/\(digits)")
        try folder.write("x", to: "recordings/\(digits.prefix(2))/\(digits.uppercased())")
        #expect(try vault.list().recordings.map(\.id) == [id])
        #expect(try vault.verify().files == 1)
    }

    @Test func anEmptyFolderIsAnEmptyVault() throws {
        let folder = try TestFolder()
        for encrypted in [false, true] {
            let vault = try self.vault(folder, encrypted: encrypted)
            let id = Samples.id(of: [1])
            #expect(try vault.list().recordings == [])
            #expect(try vault.verify().files == 0)
            #expect(try !vault.contains(id))
            #expect(try vault.removeLeftovers() == [])
            #expect(throws: RecordingError.notFound(id, folder: vault.root)) { try vault.open(id) }
        }
        #expect(folder.names() == [])
    }
}
