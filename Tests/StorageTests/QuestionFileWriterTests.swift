import Evaluation
import Foundation
import Interview
import Storage
import TestSupport
import Testing

@Suite struct QuestionFileWriterTests {
    private func readBack(_ questions: [Question], _ format: QuestionFormat) throws -> [Question] {
        let folder = try TestFolder()
        let text = try QuestionFileWriter.text(of: questions, format: format)
        let path = try folder.write(text, to: "bank.\(format.rawValue)")
        return try QuestionBankFile.load(path: path).questions
    }

    @Test(arguments: QuestionFormat.allCases)
    func allQuestionsThatComeWithVivaAreReadBackAsTheyAre(format: QuestionFormat) throws {
        let questions = try QuestionBankFile.load(directory: SourceTree.file("questions")).questions
        #expect(questions.count >= 233)
        #expect(try readBack(questions, format) == questions)
    }

    /// Texts that mean something to one of the formats.
    private static let awkward = Question(
        id: "awkward", text: "What does `a || b` do in C:\\temp, \"quoted\"; and why: really? # no comment",
        spokenText: "~", kind: .coding, category: "yes", level: .expert, roles: ["1.5", "a, b"],
        keyPoints: [
            KeyPoint(
                id: "1", statement: "- null",
                variants: ["true", "a | b", "\\|", "{outcome}", "? x", "[1]", "a: b"],
                weight: 0.1),
            KeyPoint(id: "a-b", statement: "=SUM(A1:A2) weight=3", variants: ["'", "2026-01-01", "é 😀"]),
        ],
        sampleAnswers: [
            String(repeating: "A long answer: it goes on; \"and on\" | ", count: 30) + "to its end.", "!",
        ],
        criteria: [
            Criterion(name: "Clear weight=2", weight: 1),
            Criterion(name: "Short", weight: 0.3333333333333333),
        ],
        hints: ["\\", "a\\"], followUps: [FollowUp(keyPointID: "1", text: "a-b: why | how?")],
        expectedDurationSeconds: 12.5, tags: ["no", "007"])

    @Test(arguments: QuestionFormat.allCases)
    func awkwardTextsAreReadBackAsTheyAre(format: QuestionFormat) throws {
        #expect(try readBack([Self.awkward], format) == [Self.awkward])
    }

    @Test(arguments: QuestionFormat.allCases)
    func whatWasGeneratedStaysMarkedAndSaysByWhom(format: QuestionFormat) throws {
        var written = Self.awkward
        (written.origin, written.model) = (.languageModel, "llama3.1: a | b at localhost")
        var made = Self.awkward
        (made.id, made.origin) = ("made", .template)
        var own = Self.awkward
        own.id = "own"
        #expect(try readBack([written, made, own], format) == [written, made, own])
    }

    @Test func yamlIsWrittenForPeople() throws {
        var question = Self.awkward
        question.keyPoints[0].variants = (1...20).map { "the way number \($0)" }
        let text = try QuestionFileWriter.text(of: [question, question], format: .yaml)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "questions:" && lines[1] == "  - id: awkward")
        #expect(lines.allSatisfy { $0.count < 130 })
        // One way to say a point is never broken over two lines, and a blank line parts the questions.
        #expect((1...20).allSatisfy { text.contains("the way number \($0)") })
        #expect(text.contains("\n\n  - id: awkward\n"))
    }

    @Test func aTableHasARowForEachQuestionAndCellsForEachColumn() throws {
        let text = try QuestionFileWriter.text(of: [Self.awkward], format: .csv)
        let header = text.prefix { $0 != "\n" }
        #expect(header.hasPrefix("id,text,spokenText,kind,"))
        #expect(header.hasSuffix(",keyPoint2,keyPoint2Id,keyPoint2Weight,keyPoint2Variants"))
    }

    @Test func whatIsNoFileIsNotReplaced() throws {
        let folder = try TestFolder()
        try folder.folder("x.yaml")
        #expect(throws: StorageError.self) { try QuestionBankFile.write("a", to: folder.file("x.yaml")) }
        #expect(throws: StorageError.self) { try QuestionBankFile.write("a", to: "/dev/null") }
        #expect(throws: StorageError.self) { try QuestionBankFile.write("a", to: folder.file("no/x.yaml")) }
        #expect(folder.names() == ["x.yaml"])
    }

    @Test func aLinkToAFileThatIsNotThereYetMakesThatFile() throws {
        let folder = try TestFolder()
        let links = [
            ("b.yaml", "new/real.yaml"), ("a.yaml", folder.file("b.yaml")), ("round.yaml", "round.yaml"),
        ]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: folder.file(name), withDestinationPath: target)
        }
        try folder.folder("new")
        try QuestionBankFile.write("text", to: folder.file("a.yaml"))
        #expect(try TestFile.text(folder.file("new/real.yaml")) == "text")
        for (name, target) in links {
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder.file(name)) == target)
        }
        #expect(throws: StorageError.self) {
            try QuestionBankFile.write("text", to: folder.file("round.yaml"))
        }
    }

    @Test func aLinkIsFollowedAndPermissionsStay() throws {
        let folder = try TestFolder()
        let real = try folder.write("old", to: "real.yaml")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link.yaml"), withDestinationPath: real)
        try QuestionBankFile.write("new", to: folder.file("link.yaml"))
        #expect(try folder.text("real.yaml") == "new")
        let attributes = try FileManager.default.attributesOfItem(atPath: real)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
        #expect(folder.names() == ["link.yaml", "real.yaml"])
    }
}
