import Evaluation
import FoundationEssentials
import Interview
import Storage
import Testing

/// What `session.json` holds, and what is said when it holds something else.
@Suite struct SavedSessionTests {
    private let directory = FileManager.default.temporaryDirectory
        .appending(path: "viva-saved-\(UUID().uuidString)").path
    private var document: URL { URL(filePath: directory + "/session.json") }

    /// A session with one question, answered aloud.
    private func interview() throws -> Interview {
        var interview = Interview(
            id: "a", plan: InterviewPlan(seed: 7), startedAt: Date(timeIntervalSince1970: 1_000))
        let question = Question(
            id: "one", text: "What is one?", kind: .technical, category: "test", level: .mid, keyPoints: [],
            expectedDurationSeconds: 60)
        try interview.handle(.chose(question: question, followUp: nil, reason: "first"))
        try interview.handle(.asked(recording: "questions/01.wav"))
        try interview.handle(
            .received(.spoken(recording: "answers/01-1.wav"), at: Date(timeIntervalSince1970: 1_001)))
        return interview
    }

    /// The error of reading a session of which `text` was replaced by `other`.
    private func failure(replacing text: String, by other: String) throws -> StorageError {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let folder = try SessionFolder(creating: directory)
        try folder.save(interview())
        let saved = String(decoding: try Data(contentsOf: document), as: UTF8.self)
        try #require(saved.contains(text), "\(saved)")
        try Data(saved.replacing(text, with: other, maxReplacements: 1).utf8).write(to: document)
        return try #require(throws: StorageError.self) { _ = try folder.load() }
    }

    @Test func theFormatIsNumberedAndOneWithoutANumberIsTheFirst() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let folder = try SessionFolder(creating: directory)
        try folder.save(interview())
        let saved = String(decoding: try Data(contentsOf: document), as: UTF8.self)
        #expect(saved.contains("\"version\" : 1"))
        try Data(saved.replacing("\"version\" : 1", with: "\"other\" : 1").utf8).write(to: document)
        #expect(try folder.load() == interview())
    }

    @Test func aLaterFormatIsSaidToBeLater() throws {
        let error = try failure(replacing: "\"version\" : 1", by: "\"version\" : 2")
        #expect("\(error)".contains("a later viva wrote it"))
    }

    @Test(arguments: [
        ("\"questionCount\" : 3", "\"questionCount\" : 1000000000", "plan.questionCount is 1000000000"),
        ("\"questionCount\" : 3", "\"questionCount\" : 0", "plan.questionCount is 0"),
        ("\"followUpLimit\" : 1", "\"followUpLimit\" : -1", "plan.followUpLimit is -1"),
        ("\"expectedDurationSeconds\" : 60", "\"expectedDurationSeconds\" : 0", "is not above 0"),
        ("answers/01-1.wav", "../01-1.wav", "is not in the session's folder"),
        ("questions/01.wav", "/etc/passwd", "is not in the session's folder"),
        ("\"id\" : \"one\"", "\"di\" : \"one\"", "turns[0].question.id is missing"),
        ("\"questionCount\" : 3", "\"questionCount\" : \"3\"", "plan.questionCount is not of the kind"),
        ("\"technical\"", "\"tactical\"", "turns[0].question.kind has a value that is not known"),
        ("{", "", "it is not JSON"),
    ])
    func aDamagedSessionIsDescribedInWords(text: String, other: String, reason: String) throws {
        let error = try failure(replacing: text, by: other)
        guard case .damaged(let path, _) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(path == document.path)
        let description = "\(error)"
        #expect(description.contains(reason))
        #expect(description.contains("WAV files in \(directory)/answers"))
        for raw in ["Error Domain", "DecodingError", "codingPath", "Context("] {
            #expect(!description.contains(raw), "\(description)")
        }
    }

    @Test func aSessionIsForItsOwnerOnly() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let folder = try SessionFolder(creating: directory)
        try folder.save(interview())
        for name in ["", "/answers", "/questions"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory + name)
            let permissions = try #require(attributes[.posixPermissions])
            #expect("\(permissions)" == "\(0o700)")
        }
    }

    @Test func aFailedWriteLeavesNothingBesideIt() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let folder = try SessionFolder(creating: directory)
        // A folder of the document's name lets everything but the last step succeed.
        try FileManager.default.createDirectory(at: document, withIntermediateDirectories: false)
        let error = #expect(throws: StorageError.self) { try folder.save(interview()) }
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(!names.contains { $0.hasSuffix(".part") })
        #expect(!"\(try #require(error))".contains("Error Domain"))
        #expect("\(try #require(error))".contains("Is a directory"))
    }

    @Test func aFolderThatCannotBeMadeIsExplainedInWords() throws {
        let error = #expect(throws: StorageError.self) {
            _ = try SessionFolder(creating: "/proc/viva-session").path
        }
        #expect(!"\(try #require(error))".contains("Error Domain"))
        #expect("\(try #require(error))".contains("/proc/viva-session"))
    }

    @Test func aLibraryNamesTheSessionsItCouldNotReadWhenItFindsNone() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let library = SessionLibrary(directory: directory)
        do { _ = try SessionFolder(creating: directory + "/broken").path }
        try Data("{".utf8).write(to: URL(filePath: directory + "/broken/session.json"))
        let error = #expect(throws: StorageError.self) { try library.latestUnfinished() }
        #expect("\(try #require(error))".contains("broken"))
    }

    @Test func aCopyReplacesAsAWholeOrNotAtAll() throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let copy = directory + "/copy"
        try Data("before".utf8).write(to: URL(filePath: copy))
        #expect(throws: StorageError.self) { try DurableFile.copy(directory + "/none", to: copy) }
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("before".utf8))
        try Data("after".utf8).write(to: URL(filePath: directory + "/source"))
        try DurableFile.copy(directory + "/source", to: copy)
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data("after".utf8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == 2)
    }
}
