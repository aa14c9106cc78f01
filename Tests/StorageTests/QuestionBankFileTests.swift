import Evaluation
import Foundation
import Interview
import Storage
import TestSupport
import Testing

@Suite struct QuestionBankFileTests {
    private static let valid = """
        questions:
          - id: what-is-a-cache
            text: What is a cache?
            kind: technical
            category: systems
            level: junior
            expectedDurationSeconds: 60
            keyPoints:
              - id: fast
                statement: It keeps copies for fast access.
                variants: [fast copy, "close, and fast"]
                weight: 2
            followUps:
              - {keyPoint: fast, text: "Why is it fast?"}
        """

    private func withDirectory(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = try TestFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        try body(folder.path)
    }

    private func problems(of text: String) throws -> [QuestionBankFileError.Problem] {
        var problems: [QuestionBankFileError.Problem] = []
        try withDirectory(["a.yaml": text]) { directory in
            let error = #expect(throws: QuestionBankFileError.self) {
                try QuestionBankFile.load(path: directory + "/a.yaml")
            }
            problems = error?.problems ?? []
        }
        return problems
    }

    @Test func aValidFileGivesItsQuestions() throws {
        try withDirectory(["a.yaml": Self.valid]) { directory in
            let bank = try QuestionBankFile.load(path: directory + "/a.yaml")
            let question = try #require(bank["what-is-a-cache"])
            #expect(question.kind == .technical)
            #expect(question.level == .junior)
            #expect(question.expectedDurationSeconds == 60)
            #expect(question.keyPoints.first?.weight == 2)
            #expect(question.keyPoints.first?.variants == ["fast copy", "close, and fast"])
            #expect(question.followUps == [FollowUp(keyPointID: "fast", text: "Why is it fast?")])
        }
    }

    @Test func filesAndDirectoriesGiveTheirQuestionsWithTheirPlaces() throws {
        let second = Self.valid.replacingOccurrences(of: "what-is-a-cache", with: "another")
        try withDirectory(["a/a.yaml": "# One.\n" + Self.valid, "b.yaml": second]) { directory in
            // The first file is named twice and read once.
            let questions = try QuestionBankFile.questions(
                in: [directory + "/b.yaml", directory + "/a", directory + "/a/a.yaml"])
            #expect(questions.map(\.question.id) == ["another", "what-is-a-cache"])
            #expect(questions.map(\.path) == [directory + "/b.yaml", directory + "/a/a.yaml"])
            #expect(questions.map(\.line) == [2, 3])
        }
    }

    @Test func theMistakesOfAllPathsAreToldAtOnce() throws {
        try withDirectory(["a.yaml": "questions: []", "b/notes.txt": "", "c.yaml": Self.valid]) { directory in
            let paths = ["a.yaml", "b", "c.yaml", "none.yaml"].map { directory + "/" + $0 }
            let error = #expect(throws: QuestionBankFileError.self) {
                try QuestionBankFile.questions(in: paths)
            }
            #expect(error?.problems.map(\.path) == [paths[0], paths[1], paths[3]])
        }
    }

    @Test func aDirectoryGivesTheFilesInTheOrderOfTheirNames() throws {
        let second = Self.valid.replacingOccurrences(of: "what-is-a-cache", with: "another")
        try withDirectory(["b.yml": Self.valid, "a.yaml": second, "notes.txt": "no yaml: ["]) { directory in
            let bank = try QuestionBankFile.load(directory: directory)
            #expect(bank.questions.map(\.id) == ["another", "what-is-a-cache"])
        }
    }

    @Test func severalFaultsAreReportedAtOnceWithTheirPlaces() throws {
        let text = Self.valid
            .replacingOccurrences(of: "kind: technical", with: "kind: technicl")
            .replacingOccurrences(of: "weight: 2", with: "weight: heavy")
            .replacingOccurrences(of: "keyPoint: fast", with: "keyPoint: slow")
            .replacingOccurrences(of: "category:", with: "categry:")
        let problems = try problems(of: text)
        #expect(
            Set(problems.compactMap(\.field)) == [
                "kind", "keyPoints[0].weight", "followUps[0].keyPoint", "category", "categry",
            ])
        #expect(problems.allSatisfy { $0.questionID == "what-is-a-cache" })
        #expect(problems.first { $0.field == "kind" }?.line == 4)
        #expect(problems.first { $0.field == "keyPoints[0].weight" }?.line == 12)
        #expect(problems.first { $0.field == "kind" }?.reason.contains("behavioural") == true)
    }

    @Test func anIDUsedTwiceNamesBothFiles() throws {
        try withDirectory(["a.yaml": Self.valid, "b.yaml": Self.valid]) { directory in
            let error = #expect(throws: QuestionBankFileError.self) {
                try QuestionBankFile.load(directory: directory)
            }
            #expect(error?.problems.count == 1)
            #expect(error?.problems.first?.path.hasSuffix("b.yaml") == true)
            #expect(error?.problems.first?.reason.contains("a.yaml") == true)
        }
    }

    @Test(arguments: ["languageModel", "template"])
    func anIDUsedTwiceIsToldWhateverMadeTheQuestions(origin: String) throws {
        let made = Self.valid.replacing("kind:", with: "origin: \(origin)\n    kind:")
        #expect(made != Self.valid)
        try withDirectory(["a.yaml": Self.valid, "b.yaml": made]) { directory in
            let error = try #require(throws: QuestionBankFileError.self) {
                try QuestionBankFile.questions(in: [directory])
            }
            #expect(error.problems.map(\.path) == [directory + "/b.yaml"])
            #expect(error.problems.map(\.line) == [2])
            #expect(error.problems.first?.reason.contains("a.yaml") == true)
        }
    }

    @Test func aTemplateMayHaveTheIDOfAQuestionThatWasMadeOfOne() throws {
        let question = Self.valid.replacing("kind:", with: "origin: template\n    kind:")
        let template = Self.valid.replacing("questions:", with: "templates:")
            .replacing("a cache?", with: "{subject}?")
        try withDirectory(["a.yaml": question, "b.yaml": template]) { directory in
            let all = try QuestionBankFile.questions(
                in: [directory], lists: Set(QuestionList.allCases))
            #expect(all.map(\.question.id) == ["what-is-a-cache", "what-is-a-cache"])
            #expect(all.map(\.list) == [.questions, .templates])
            #expect(all.allSatisfy { $0.question.origin == .template })
        }
    }

    @Test(arguments: [
        "", "questions:", "questions: []", "questions: yes", "- a\n- b", "questions:\n  - 7",
        "questions:\n  - id: [\n", "{", "questions:\n  - id: a\n    id: b\n", "\u{0}\u{1}", "question: []",
    ])
    func aFileThatIsNoQuestionBankIsRefusedWithAReason(text: String) throws {
        let problems = try problems(of: text)
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { !$0.reason.isEmpty && $0.path.hasSuffix("a.yaml") })
    }

    @Test func aBrokenFileNamesItsLine() throws {
        let problems = try problems(of: "questions:\n  - id: a\n    text: \"open\n")
        #expect(problems.first?.line != nil)
    }

    @Test func whatIsNotThereIsAnErrorAndNotACrash() {
        #expect(throws: QuestionBankFileError.self) { try QuestionBankFile.load(path: "/nonexistent/a.yaml") }
        #expect(throws: QuestionBankFileError.self) { try QuestionBankFile.load(directory: "/nonexistent") }
    }
}
