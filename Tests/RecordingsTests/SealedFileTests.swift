import TestSupport
import Testing

@testable import Recordings

@Suite struct SealedFileTests {
    private static let chunk = SealedLayout.chunkBytes
    private static let sealedChunk = chunk + SealedLayout.tagBytes
    private static let start = SealedLayout.headerBytes

    private let folder: TestFolder
    private let vault: RecordingVault
    private let content = Samples.content(3 * chunk + 100)
    private let id: RecordingID
    private let path: String

    init() throws {
        folder = try TestFolder()
        vault = RecordingVault(root: folder.file("v"), keys: MasterKeys(writing: try Samples.key(1)))
        id = try vault.add(content).id
        path = try vault.onlyPath()
    }

    /// Expects that changed bytes are damage, to who reads all and to who checks all.
    private func expectDamage(_ change: (inout [UInt8]) -> Void, _ comment: Comment? = nil) throws {
        let whole = try TestFile.bytes(path)
        var changed = whole
        change(&changed)
        #expect(changed != whole, comment)
        try TestFile.write(changed, to: path)
        #expect(performing: { _ = try vault.content(id) }, throws: isDamage)
        #expect(try vault.verify().faults.count == 1, comment)
        try TestFile.write(whole, to: path)
        #expect(try vault.content(id) == content)
    }

    private func isDamage(_ error: any Error) -> Bool {
        if case RecordingError.damaged = error { true } else { false }
    }

    @Test func theFileIsAsLongAsItsLayoutSays() throws {
        #expect(try TestFile.bytes(path).count == Self.start + 3 * Self.sealedChunk + 100 + 16)
        #expect(SealedLayout(chunkBytes: 10, plainBytes: 0).chunkCount == 1)
        #expect(SealedLayout(chunkBytes: 10, plainBytes: 10).chunkCount == 1)
        #expect(SealedLayout(chunkBytes: 10, plainBytes: 11).chunkCount == 2)
    }

    @Test func neitherNameNorFileShowsTheContent() throws {
        let bytes = try TestFile.bytes(path)
        #expect(try folder.namesOfAll().allSatisfy { !$0.contains(id.hexadecimal) })
        #expect(bytes.count > Self.start)
        for part in [Array(content[..<16]), Array(content[Self.chunk..<Self.chunk + 16]), id.sum] {
            #expect(bytes.firstRange(of: part) == nil)
        }
    }

    @Test func twoFilesOfOneContentShareNoBytes() throws {
        let other = RecordingVault(root: folder.file("w"), keys: vault.keys)
        try other.add(content)
        let otherPath = try other.onlyPath()
        let (one, two) = (try TestFile.bytes(path), try TestFile.bytes(otherPath))
        #expect(one.count == two.count)
        let alike = zip(one[Self.start...], two[Self.start...]).count { $0 == $1 }
        // By chance one byte in 256 is the same.
        #expect(alike < one.count / 128)
        #expect(otherPath.split(separator: "/").last != path.split(separator: "/").last)
    }

    @Test func everyByteOfTheHeaderCounts() throws {
        let whole = try TestFile.bytes(path)
        for place in Array(0..<160) + [1000, SealedLayout.blockBytes - 1] {
            var changed = whole
            changed[place] ^= 1
            try TestFile.write(changed, to: path)
            #expect(throws: RecordingError.self, "byte \(place)") { try vault.open(id) }
        }
    }

    @Test func aHeaderWithASumThatFitsIsNoBetter() throws {
        // Who changes the header on purpose makes its sum fit as well; the tag of the wrapped key has to find it.
        let header = try SealedFile(path, keys: try #require(vault.keys)).header
        let layouts = [
            SealedLayout(chunkBytes: Self.chunk, plainBytes: header.layout.plainBytes - 1),
            SealedLayout(chunkBytes: Self.chunk / 2, plainBytes: header.layout.plainBytes),
        ]
        for layout in layouts {
            let foreign = try SealedHeader(FileKey(), of: id, layout: layout, with: try Samples.key(1)).block
            try expectDamage { bytes in
                // The sizes are those of another header, the wrapped key is that of the file.
                var block = Array(foreign[..<24]) + bytes[24..<132]
                block += Samples.id(of: block).sum.prefix(8)
                bytes.replaceSubrange(0..<140, with: block)
            }
        }
    }

    @Test func theTagOfTheHeaderCoversAllBeforeIt() throws {
        let key = try Samples.key(1)
        let whole = try SealedFile(path, keys: try #require(vault.keys)).header.block
        for place in [14, 22, 23, 24, 31] {
            var block = whole
            block[place] ^= 0x10
            block.replaceSubrange(132..<140, with: Samples.id(of: Array(block[..<132])).sum.prefix(8))
            guard case .header(let header) = SealedHeader.read(block) else {
                Issue.record("byte \(place) made the header unreadable")
                continue
            }
            #expect(header.unwrapped(with: key) == nil, "byte \(place)")
        }
    }

    @Test func noNonceComesTwice() throws {
        // With the same nonce, the same content is the same ciphertext.
        let (plain, key) = ([UInt8](repeating: 0, count: 64), FileKey())
        let sealed = try [0, 1, 255, 256, 65_536, SealedLayout.chunkCountLimit - 1].map { chunk in
            Array(try key.seal(plain[...], chunk: chunk, ofBytes: 64, isLast: false)[..<64])
        }
        #expect(Set(sealed).count == sealed.count)
        let other = try FileKey().seal(plain[...], chunk: 0, ofBytes: 64, isLast: false)
        #expect(Array(other[..<64]) != sealed[0])
    }

    @Test func everyChunkIsChecked() throws {
        for place in 0..<4 {
            let first = Self.start + place * Self.sealedChunk
            let last = place == 3 ? first + 100 + 15 : first + Self.sealedChunk - 1
            for byte in [first, first + 50, last] {
                try expectDamage({ $0[byte] ^= 0x80 }, "byte \(byte) of chunk \(place)")
            }
        }
    }

    @Test func aRangeChecksWhatItReads() throws {
        var bytes = try TestFile.bytes(path)
        bytes[Self.start + Self.sealedChunk] ^= 1
        try TestFile.write(bytes, to: path)
        #expect(try vault.read(id, 0..<Self.chunk) == Array(content[..<Self.chunk]))
        #expect(performing: { _ = try vault.read(id, Self.chunk..<Self.chunk + 1) }, throws: isDamage)
    }

    @Test func everyCutIsFound() throws {
        let count = try TestFile.bytes(path).count
        let ends = [
            0, 1, 100, SealedLayout.blockBytes, Self.start, Self.start + 1, Self.start + Self.sealedChunk,
            Self.start + 3 * Self.sealedChunk, count - 17, count - 1,
        ]
        for end in ends { try expectDamage({ $0.removeSubrange(end...) }, "cut at \(end)") }
    }

    @Test func whatIsAppendedIsFound() throws {
        try expectDamage { $0.append(0) }
        try expectDamage { $0 += $0[Self.start..<Self.start + Self.sealedChunk] }
    }

    @Test func chunksInAnotherOrderAreFound() throws {
        try expectDamage { bytes in
            let (first, second) = (Self.start, Self.start + Self.sealedChunk)
            for offset in 0..<Self.sealedChunk { bytes.swapAt(first + offset, second + offset) }
        }
    }

    @Test func aShorterFileWithAHeaderOfItsOwnIsFound() throws {
        // As if somebody who has the key of the file, but not its last chunks, had written a header that fits.
        let file = try SealedFile(path, keys: try #require(vault.keys))
        let layout = SealedLayout(chunkBytes: Self.chunk, plainBytes: 2 * Self.chunk)
        let header = try SealedHeader(file.key, of: id, layout: layout, with: try Samples.key(1))
        try expectDamage { bytes in
            bytes.removeSubrange((Self.start + 2 * Self.sealedChunk)...)
            bytes.replaceSubrange(0..<SealedLayout.blockBytes, with: header.block)
        }
    }

    @Test func chunksOfAnotherFileAreFound() throws {
        let other = RecordingVault(root: folder.file("w"), keys: vault.keys)
        try other.add(Samples.content(content.count, seed: 9))
        let foreign = try TestFile.bytes(try other.onlyPath())
        try expectDamage { bytes in
            let range = Self.start..<Self.start + Self.sealedChunk
            bytes.replaceSubrange(range, with: foreign[range])
        }
        // A whole header, and a whole file, of another recording.
        try expectDamage { $0.replaceSubrange(..<Self.start, with: foreign[..<Self.start]) }
        try expectDamage { $0 = foreign }
    }

    @Test func anEmptyRecordingIsCheckedToo() throws {
        let vault = RecordingVault(root: folder.file("w"), keys: vault.keys)
        let id = try vault.add([]).id
        let path = try vault.onlyPath()
        var bytes = try TestFile.bytes(path)
        #expect(bytes.count == Self.start + 16)
        bytes[Self.start] ^= 1
        try TestFile.write(bytes, to: path)
        #expect(performing: { _ = try vault.content(id) }, throws: isDamage)
        #expect(performing: { try vault.read(id, 0..<10) }, throws: isDamage)
    }

    @Test func aLaterFormatIsNamed() throws {
        var bytes = try TestFile.bytes(path)
        bytes[9] = 2
        try TestFile.write(bytes, to: path)
        #expect(throws: RecordingError.newerFormat(path: path, format: 2)) { try vault.open(id) }
    }

    @Test func aChunkOfAnotherSizeIsReadWhereTheHeaderSaysSo() throws {
        let key = FileKey()
        let plain = Samples.content(2500)
        let layout = SealedLayout(chunkBytes: 1024, plainBytes: plain.count)
        let id = Samples.id(of: plain)
        let header = try SealedHeader(key, of: id, layout: layout, with: try Samples.key(1))
        var bytes = header.block + [UInt8](repeating: 0, count: SealedLayout.blockBytes)
        for chunk in 0..<layout.chunkCount {
            bytes += try key.seal(
                plain[layout.plainRange(of: chunk)], chunk: chunk, ofBytes: 1024, isLast: chunk == 2)
        }
        let path = try folder.write(bytes, to: "small")
        let reader = RecordingReader(sealed: try SealedFile(path, keys: try #require(vault.keys)))
        #expect(try reader.read(0..<2500) == plain)
        #expect(try reader.read(1000..<1030) == Array(plain[1000..<1030]))
    }
}
