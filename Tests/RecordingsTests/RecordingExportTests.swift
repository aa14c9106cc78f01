import FoundationEssentials
import TestSupport
import Testing
import Zip

@testable import Recordings

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct RecordingExportTests {
    private let folder: TestFolder
    private let content = Samples.content(3_000_000)

    init() throws { folder = try TestFolder() }

    private func export() throws -> RecordingExport {
        let vault = RecordingVault(root: folder.file("v"), keys: MasterKeys(writing: try Samples.key(1)))
        let id = try vault.add(content).id
        var export = RecordingExport()
        export.add(try vault.open(id), as: "answers/1.flac")
        export.add(file: try folder.write("{}", to: "session.json"), as: "session.json", kind: .session)
        export.add(text: "Größe\n", as: "report.md", kind: .report)
        export.add(text: "", as: "empty.txt", kind: .other)
        return export
    }

    private func unpacked(_ path: String) throws -> [String: [UInt8]] {
        let archive = try ZipArchive(path)
        var contents: [String: [UInt8]] = [:]
        for entry in archive.entries {
            let name = "unpacked-\(entry.index)"
            try archive.unpack(entry, to: folder.file(name), limitBytes: 10_000_000)
            contents[entry.name] = try folder.bytes(name)
        }
        return contents
    }

    @Test func whatIsExportedIsUnpacked() throws {
        var bytes = 0
        let manifest = try export().write(to: folder.file("a.zip")) { bytes = $0 }
        let contents = try unpacked(folder.file("a.zip"))
        #expect(contents.count == 5)
        #expect(contents["answers/1.flac"] == content)
        #expect(contents["session.json"] == Array("{}".utf8))
        #expect(contents["report.md"] == Array("Größe\n".utf8))
        #expect(contents["empty.txt"] == [])
        #expect(bytes == content.count + 2 + 8)
        let written = try JSONDecoder().decode(
            ExportManifest.self, from: Data(try #require(contents["manifest.json"])))
        #expect(written == manifest)
        #expect(written.files.map(\.path) == ["answers/1.flac", "session.json", "report.md", "empty.txt"])
        #expect(written.files.map(\.kind) == [.recording, .session, .report, .other])
        for file in written.files {
            let bytes = try #require(contents[file.path])
            #expect(file.bytes == bytes.count)
            #expect(file.sha256 == Samples.id(of: bytes))
        }
    }

    @Test func onlyTheOwnerMayReadIt() throws {
        let mask = umask(0o022)
        defer { umask(mask) }
        try export().write(to: folder.file("a.zip"))
        var status = stat()
        #expect(stat(folder.file("a.zip"), &status) == 0)
        #expect(status.st_mode & 0o7777 == 0o600)
    }

    @Test func anotherExportTakesThePlaceOfTheFirst() throws {
        try folder.write("old", to: "a.zip")
        try export().write(to: folder.file("a.zip"))
        #expect(try unpacked(folder.file("a.zip")).count == 5)
        #expect(folder.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test(arguments: ["report.md", "manifest.json", "../x", "/x", ""])
    func aNameThatCannotBeLeavesWhatWasThere(name: String) throws {
        try folder.write("old", to: "a.zip")
        var export = try export()
        export.add(text: "x", as: name, kind: .other)
        #expect { try export.write(to: folder.file("a.zip")) } throws: {
            if case RecordingError.exportRefused(folder.file("a.zip"), _, _) = $0 { true } else { false }
        }
        #expect(try folder.text("a.zip") == "old")
        #expect(folder.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func aFileThatIsGoneLeavesNothing() throws {
        var export = try export()
        export.add(file: folder.file("gone.flac"), as: "answers/2.flac", kind: .recording)
        #expect {
            try export.write(to: folder.file("a.zip"))
        } throws: { error in
            guard case RecordingError.exportRefused(_, "answers/2.flac", let reason) = error else {
                return false
            }
            return reason.contains("gone.flac")
        }
        #expect(!folder.exists("a.zip"))
        #expect(folder.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func aDamagedRecordingIsNotExported() throws {
        let export = try export()
        let vault = RecordingVault(root: folder.file("v"), keys: MasterKeys(writing: try Samples.key(1)))
        let path = try vault.onlyPath()
        var bytes = try TestFile.bytes(path)
        bytes[bytes.count - 1] ^= 1
        try TestFile.write(bytes, to: path)
        #expect(throws: RecordingError.self) { try export.write(to: folder.file("a.zip")) }
        #expect(!folder.exists("a.zip"))
    }

    @Test func aCancelledTaskLeavesNothing() async throws {
        let export = try export()
        _ = await Task {
            #expect(throws: RecordingError.cancelled) {
                try export.write(to: folder.file("a.zip")) { _ in withUnsafeCurrentTask { $0?.cancel() } }
            }
        }.value
        #expect(!folder.exists("a.zip"))
        #expect(folder.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func aFolderThatIsNotThereIsNamed() throws {
        #expect { try export().write(to: folder.file("none/a.zip")) } throws: {
            if case RecordingError.writeFailed(folder.file("none/a.zip"), _) = $0 { true } else { false }
        }
    }
}
