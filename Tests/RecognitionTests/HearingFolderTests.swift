import Foundation
import Recognition
import Speech
import TestSupport
import Testing
import Vocabulary

/// What is known of interviews beforehand, as files.
@Suite struct HearingFolderTests {
    /// A folder with these files in `vocabulary` and `interview`.
    private static func folder(_ files: [String: Data]) throws -> TestFolder {
        let folder = try TestFolder()
        for name in ["vocabulary", "interview"] { try folder.folder(name) }
        for (name, data) in files { try folder.write(data, to: name) }
        return folder
    }

    @Test func linesAreReadAndCommentsAreNot() throws {
        let folder = try Self.folder(["interview/a.txt": Data("# About\nWe used it.\r\n\nIt worked.".utf8)])
        #expect(try HearingFolder(path: folder.path).phrases().map(\.text) == ["We used it.", "It worked."])
    }

    @Test func aFolderWithoutTextsIsAnErrorAndNotSilence() throws {
        let folder = try Self.folder(["vocabulary/notes.md": Data("SQL = S Q L\n".utf8)])
        let missing = RecognitionError.textsInvalid(
            path: folder.file("vocabulary"), reason: "it holds no .txt file")
        #expect(throws: missing) { try HearingFolder(path: folder.path).writtenTerms() }
        #expect("\(missing)" == "The texts \(folder.path)/vocabulary cannot be used: it holds no .txt file.")
    }

    @Test func aFileThatIsNoTextIsNamed() throws {
        let folder = try Self.folder([
            "interview/a.txt": Data("Fine.".utf8), "interview/b.txt": Data([0x66, 0xFF, 0xFE]),
        ])
        #expect(
            throws: RecognitionError.textsInvalid(
                path: folder.file("interview/b.txt"), reason: "it is not UTF-8 text")
        ) { try HearingFolder(path: folder.path).phrases() }
    }

    /// A sentence that stands twice counts twice, and makes the model surer of it than anybody's talk bears out.
    @Test func noSentenceOfTheRepositoryStandsTwice() throws {
        let lines = try HearingFolder(path: SourceTree.file("models")).phrases().map(\.text)
        #expect(lines.count > 4_000)
        let counts = Dictionary(grouping: lines, by: \.self).mapValues(\.count)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }
}
