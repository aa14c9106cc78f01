import TestSupport
import Testing
import Zip

@Suite struct ZipWriterTests {
    private let sizes = [0, 1, 8191, 8192, 8193, 3_000_000]

    @Test(arguments: [ZipWriter.Method.stored, .deflated])
    func whatIsWrittenIsReadBack(method: ZipWriter.Method) throws {
        let folder = try TestFolder()
        let contents = sizes.map { size in (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) } }
        var writer = ZipWriter()
        for (index, bytes) in contents.enumerated() {
            writer.add("folder/\(index) – ü.bin", BytesContent(bytes), method: method)
        }
        try writer.write(to: folder.file("a.zip"))
        #expect(folder.names() == ["a.zip"])
        let archive = try ZipArchive(folder.file("a.zip"))
        #expect(archive.entries.map(\.name) == sizes.indices.map { "folder/\($0) – ü.bin" })
        #expect(archive.entries.map(\.sizeBytes) == sizes)
        for (index, bytes) in contents.enumerated() {
            try archive.unpack(archive.entries[index], to: folder.file("\(index)"), limitBytes: 3_000_000)
            #expect(try folder.bytes("\(index)") == bytes)
        }
    }

    @Test(arguments: ["", "/etc/x", "../x", "a/../../x", "a\\..\\x", "C:x", "a\u{1}", "folder/"])
    func namesThatLeadElsewhereAreRefused(name: String) throws {
        let folder = try TestFolder()
        var writer = ZipWriter()
        writer.add("good", BytesContent([1]))
        writer.add(name, BytesContent([1]))
        #expect { try writer.write(to: folder.file("a.zip")) } throws: {
            if case ZipError.entryRefused(_, name, _) = $0 { true } else { false }
        }
        #expect(folder.names() == [])
    }

    @Test func aNameMayStandOnce() throws {
        let folder = try TestFolder()
        var writer = ZipWriter()
        writer.add("a", BytesContent([1]))
        writer.add("a", BytesContent([2]))
        #expect(
            throws: ZipError.entryRefused(path: folder.file("a.zip"), entry: "a", reason: "is in it twice")
        ) {
            try writer.write(to: folder.file("a.zip"))
        }
    }

    @Test func aContentThatFailsLeavesNothing() throws {
        let folder = try TestFolder()
        let torn = BytesContent([UInt8](repeating: 7, count: 100_000), failsAt: 50_000)
        var writer = ZipWriter()
        writer.add("a", BytesContent([1]))
        writer.add("b", torn)
        #expect(
            throws: ZipError.contentFailed(path: folder.file("a.zip"), entry: "b", reason: "the tape is torn")
        ) { try writer.write(to: folder.file("a.zip")) }
        #expect(folder.names() == [])
        #expect(!torn.isOpen)
    }

    @Test func aFolderThatIsNotThereIsAnError() throws {
        let folder = try TestFolder()
        var writer = ZipWriter()
        writer.add("a", BytesContent([1]))
        #expect(throws: ZipError.self) { try writer.write(to: folder.file("none/a.zip")) }
    }

    @Test func anEntryThatIsTooLargeIsRefused() throws {
        let folder = try TestFolder()
        var writer = ZipWriter()
        writer.add("p/model/model.bin", BytesContent([1, 2, 3]))
        writer.add("p/config.json", BytesContent([4]))
        try writer.write(to: folder.file("a.zip"))
        let archive = try ZipArchive(folder.file("a.zip"))
        #expect(archive.entries.count == 2)
        do {
            try archive.unpack(archive.entries[0], to: folder.file("x"), limitBytes: 2)
            Issue.record("it was unpacked")
        } catch ZipError.entryTooLarge(_, let entry, let sizeBytes, let limitBytes) {
            #expect(entry == "p/model/model.bin")
            #expect((sizeBytes, limitBytes) == (3, 2))
        }
        #expect(folder.names() == ["a.zip"])
    }
}
