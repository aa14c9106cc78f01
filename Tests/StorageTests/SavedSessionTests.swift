import Evaluation
import FoundationEssentials
import Interview
import Storage
import TestSupport
import Testing

/// What `session.json` holds, and what is said when it holds something else.
@Suite struct SavedSessionTests {
    private let scratch: TestFolder
    private var directory: String { scratch.file("session") }
    private var document: String { directory + "/session.json" }

    init() throws { scratch = try TestFolder() }

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
        try SessionFolder.write(interview(), to: directory)
        let saved = try TestFile.text(document)
        try #require(saved.contains(text), "\(saved)")
        try TestFile.write(saved.replacing(text, with: other, maxReplacements: 1), to: document)
        return try #require(throws: StorageError.self) { _ = try SessionFolder.read(directory) }
    }

    @Test func theFormatIsNumberedAndOneWithoutANumberIsTheFirst() throws {
        try SessionFolder.write(interview(), to: directory)
        let saved = try TestFile.text(document)
        #expect(saved.contains("\"version\" : 1"))
        try TestFile.write(saved.replacing("\"version\" : 1", with: "\"other\" : 1"), to: document)
        #expect(try SessionFolder.read(directory) == interview())
    }

    @Test func aLaterFormatIsSaidToBeLater() throws {
        let error = try failure(replacing: "\"version\" : 1", by: "\"version\" : 2")
        #expect("\(error)".contains("a later viva wrote it"))
    }

    @Test(arguments: [
        ("\"id\" : \"a\"", "\"id\" : \"\"", "id is empty"),
        ("\"id\" : \"a\"", "\"id\" : \"\(String(repeating: "a", count: 201))\"", "id is too long"),
        ("\"id\" : \"a\"", "\"id\" : \"\(String(repeating: "Ä", count: 40))\"", "id is too long"),
        (
            "\"number\" : 1,\n          \"progress\"", "\"number\" : 2,\n          \"progress\"",
            "takes[0].number is 2"
        ),
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
        #expect(path == document)
        let description = "\(error)"
        #expect(description.contains(reason))
        #expect(description.contains("WAV files in \(directory)/answers"))
        for raw in ["Error Domain", "DecodingError", "codingPath", "Context("] {
            #expect(!description.contains(raw), "\(description)")
        }
    }

    @Test(arguments: [1e300, -1, 101])
    func aScoreThatIsNoneIsSaid(score: Double) throws {
        for dimension in [nil, 0] {
            var interview = try interview()
            var evaluation = RubricEvaluator().evaluate(
                JudgedAnswer(typed: "One."), against: try #require(interview.current?.rubric))
            if let dimension {
                evaluation.dimensions[dimension].score = score
            } else {
                evaluation.overall = score
            }
            try interview.handle(.judged(nil, evaluation))
            let error = #expect(throws: StorageError.self) {
                try SessionFolder.write(interview, to: directory)
            }
            #expect("\(try #require(error))".contains("turns[0].takes[0] has the score \(score)"))
        }
    }

    @Test func aSessionIsForItsOwnerOnly() throws {
        try SessionFolder.write(interview(), to: directory)
        for name in ["", "/answers", "/questions"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: directory + name)
            let permissions = try #require(attributes[.posixPermissions])
            #expect("\(permissions)" == "\(0o700)")
        }
    }

    @Test func aFailedWriteLeavesNothingBesideIt() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        // A folder of the document's name lets everything but the last step succeed.
        try FileManager.default.createDirectory(atPath: document, withIntermediateDirectories: false)
        let error = #expect(throws: StorageError.self) { try SessionFolder.write(interview(), to: directory) }
        let names = try FileManager.default.contentsOfDirectory(atPath: directory)
        #expect(!names.contains { $0.hasSuffix(".part") })
        #expect(!"\(try #require(error))".contains("Error Domain"))
        #expect("\(try #require(error))".contains("Is a directory"))
    }

    @Test func aFolderThatCannotBeMadeIsExplainedInWords() throws {
        let error = #expect(throws: StorageError.self) {
            try SessionFolder.write(interview(), to: "/proc/viva-session")
        }
        #expect(!"\(try #require(error))".contains("Error Domain"))
        #expect("\(try #require(error))".contains("/proc/viva-session"))
    }

    @Test func aCopyReplacesAsAWholeOrNotAtAll() throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let copy = directory + "/copy"
        try TestFile.write("before", to: copy)
        #expect(throws: StorageError.self) { try DurableFile.copy(directory + "/none", to: copy) }
        #expect(try TestFile.text(copy) == "before")
        try TestFile.write("after", to: directory + "/source")
        try DurableFile.copy(directory + "/source", to: copy)
        #expect(try TestFile.text(copy) == "after")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == 2)
    }
}
