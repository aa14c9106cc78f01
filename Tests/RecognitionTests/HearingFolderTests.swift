import Foundation
import Recognition
import Speech
import Testing
import Vocabulary

/// What is known of interviews beforehand, as files.
@Suite struct HearingFolderTests {
    /// A folder with these files in `vocabulary` and `interview`.
    private static func folder(_ files: [String: Data]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/viva-texts-\(UUID().uuidString)"
        for name in ["vocabulary", "interview"] {
            try FileManager.default.createDirectory(
                atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        for (name, data) in files { try data.write(to: URL(fileURLWithPath: path + "/" + name)) }
        return path
    }

    @Test func linesAreReadAndCommentsAreNot() throws {
        let path = try Self.folder(["interview/a.txt": Data("# About\nWe used it.\r\n\nIt worked.".utf8)])
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try HearingFolder(path: path).phrases().map(\.text) == ["We used it.", "It worked."])
    }

    @Test func aFolderWithoutTextsIsAnErrorAndNotSilence() throws {
        let path = try Self.folder(["vocabulary/notes.md": Data("SQL = S Q L\n".utf8)])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let missing = RecognitionError.textsInvalid(
            path: path + "/vocabulary", reason: "it holds no .txt file")
        #expect(throws: missing) { try HearingFolder(path: path).writtenTerms() }
        #expect("\(missing)" == "The texts \(path)/vocabulary cannot be used: it holds no .txt file.")
    }

    @Test func aFileThatIsNoTextIsNamed() throws {
        let path = try Self.folder([
            "interview/a.txt": Data("Fine.".utf8), "interview/b.txt": Data([0x66, 0xFF, 0xFE]),
        ])
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(
            throws: RecognitionError.textsInvalid(
                path: path + "/interview/b.txt", reason: "it is not UTF-8 text")
        ) { try HearingFolder(path: path).phrases() }
    }

    /// A sentence that stands twice counts twice, and makes the model surer of it than anybody's talk bears out.
    @Test func noSentenceOfTheRepositoryStandsTwice() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let lines = try HearingFolder(path: root + "/models").phrases().map(\.text)
        #expect(lines.count > 4_000)
        let counts = Dictionary(grouping: lines, by: \.self).mapValues(\.count)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }
}
