import FoundationEssentials
import Storage
import TestSupport
import Testing

@Suite struct WorkFolderTests {
    private let scratch: TestFolder
    private var path: String { scratch.file("work/one") }

    init() throws { scratch = try TestFolder() }

    @Test func keepsASecondProgramOutUntilTheFirstIsDone() throws {
        do {
            let folder = try WorkFolder(path)
            #expect(throws: StorageError.sessionInUse(path: path)) { _ = try WorkFolder(path).path }
            _ = folder.path
        }
        #expect(throws: Never.self) { _ = try WorkFolder(path).path }
    }

    @Test func isForItsOwnerAlone() throws {
        _ = try WorkFolder(path).path
        for name in ["", "/answers", "/questions"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect(attributes[.posixPermissions].map { "\($0)" } == "\(0o700)")
        }
    }

    @Test func aFolderThatCannotBeMadeIsExplainedInWords() throws {
        let error = #expect(throws: StorageError.self) { _ = try WorkFolder("/proc/viva-work").path }
        #expect(!"\(try #require(error))".contains("Error Domain"))
        #expect("\(try #require(error))".contains("/proc/viva-work"))
    }

    @Test func whatIsRemovedIsGone() throws {
        let folder = try WorkFolder(path)
        try TestFile.write("sound", to: folder.file("answers/01-1.wav"))
        let isThere = folder.has("answers/01-1.wav")
        #expect(isThere)
        try folder.remove()
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
