import Evaluation
import FoundationEssentials
import Interview
import Storage
import TestSupport
import Testing

/// Interview templates in files: what comes with the project, and what is said when a file is wrong.
@Suite struct InterviewTemplateFileTests {
    private func entries(
        _ text: String, format: QuestionFormat = .yaml, bank: [Question] = []
    ) throws -> [InterviewTemplateEntry] {
        try InterviewTemplateFile.entries(
            in: [QuestionSource(name: "ours", format: format, content: Data(text.utf8))], bank: bank)
    }

    /// The error of reading a file of this text.
    private func failure(_ text: String, format: QuestionFormat = .yaml) throws -> String {
        "\(try #require(throws: QuestionBankFileError.self) { _ = try entries(text, format: format) })"
    }

    private static let whole = """
        interviews:
          - id: caching
            title: "Caching: in depth"
            description: For the second talk.
            kind: technical
            level: senior
            role: Backend Developer
            minutes: 45
            skills: [Redis]
            tags: [second talk]
            questions:
              - technical-caching
              - text: What is a cache?
                expectedAnswer: It keeps copies close by.
              - text: Why do you like caches?
                kind: hr
                category: motivation
                level: junior
              - id: own-points
                text: What goes wrong?
                keyPoints: [{id: stale, statement: Copies grow old.}]
          - {title: Chosen, questionCount: 4}
        """

    @Test func allFieldsAreRead() throws {
        let read = try entries(Self.whole)
        #expect(read.count == 2)
        let first = try #require(read.first)
        #expect(first.key == "caching" && first.title == "Caching: in depth")
        #expect(first.summary == "For the second talk." && first.kind == .technical && first.level == .senior)
        #expect(first.role == "Backend Developer" && first.minutes == 45)
        #expect(first.skills == ["Redis"] && first.tags == ["second talk"] && first.place == "ours:2")
        guard case .listed(let asked) = first.questions, asked.count == 4,
            case .own(let cache) = asked[1], case .own(let why) = asked[2], case .own(let wrong) = asked[3]
        else { throw QuestionBankFileError(problems: []) }
        #expect(asked[0] == .ofBank("technical-caching"))
        #expect(cache.id == "what-is-a-cache" && cache.sampleAnswers == ["It keeps copies close by."])
        // What the template says for all of them need not be said again.
        #expect(cache.kind == .technical && cache.level == .senior && cache.category == "the job")
        #expect(why.kind == .hr && why.level == .junior && why.keyPoints.isEmpty)
        #expect(wrong.id == "own-points" && wrong.keyPoints.map(\.id) == ["stale"])
        #expect(read.last?.questions == .chosen(4) && read.last?.minutes == 30 && read.last?.kind == .mixed)
    }

    @Test(arguments: [QuestionFormat.yaml, .json])
    func whatIsWrittenIsReadBack(format: QuestionFormat) throws {
        let read = try entries(Self.whole)
        let text = try InterviewTemplateWriter.text(of: read, format: format)
        let again = try entries(text, format: format)
        let withoutPlace = { (entry: InterviewTemplateEntry) in
            var entry = entry
            entry.place = ""
            return entry
        }
        #expect(again.map(withoutPlace) == read.map(withoutPlace), "\(text)")
    }

    @Test func aQuestionWithoutAnIDGetsNoneOfTheBanks() throws {
        let bank = Question(
            id: "what-is-a-cache", text: "Another question with this id?", kind: .technical, category: "x",
            level: .mid, keyPoints: [])
        let read = try entries(
            "interviews: [{title: T, questions: [{text: What is a cache?}]}]", bank: [bank])
        guard case .listed(let asked) = read.first?.questions, case .own(let question) = asked.first else {
            throw QuestionBankFileError(problems: [])
        }
        #expect(question.id == "what-is-a-cache-2")
    }

    @Test func everythingThatIsWrongIsSaidAtOnceWithItsLine() throws {
        let reasons = try failure(
            """
            interviews:
              - kind: technical
                questionCount: 3
              - title: Both
                questionCount: 3
                questions: [a]
              - title: Neither
              - title: Half
                minutes: 2.5
                questionCount: 1
              - title: Misspelt
                quetionCount: 4
                questionCount: 1
              - title: Wrong
                kind: nonsense
                questions:
                  - text: Why?
                    kind: strange
                  - hint: no text
            """)
        for words in [
            "interviews[0].title: The field is missing", "ours:4: interviews[1].questions: Give either",
            "interviews[2].questions: Give either", "interviews[3].minutes: It is not a whole number",
            "quetionCount: There is no such field", "`nonsense` is none of technical",
            "ours:17: question why", "`strange` is none of", "text: The field is missing",
        ] { #expect(reasons.contains(words), "\(words) in:\n\(reasons)") }
        #expect(
            try failure(
                "interviews: [{id: a, title: A, questionCount: 1}, {id: a, title: B, questionCount: 1}]"
            )
            .contains("already used"))
        #expect(try failure("").contains("The file is empty"))
        #expect(try failure("interviews: [").contains("not YAML"))
        #expect(try failure("{", format: .json).contains("not JSON"))
        #expect(try failure("questions: []").contains("interviews"))
    }

    @Test func thoseThatComeWithVivaNameQuestionsOfItsBank() throws {
        let bank = try QuestionBankFile.load(directory: SourceTree.file("questions"))
        let shipped = try InterviewTemplateFile.entries(
            directory: SourceTree.file("interviews"), bank: bank.questions)
        #expect(shipped.count >= 5)
        for entry in shipped {
            #expect(entry.key != nil && entry.summary != nil, "\(entry.title)")
            switch entry.questions {
            case .chosen(let count):
                let preferences = QuestionPreferences(mix: entry.kind, role: entry.role, level: entry.level)
                #expect(preferences.admitted(of: bank.questions).count >= 3 * count, "\(entry.title)")
            case .listed(let asked):
                for asked in asked {
                    guard case .ofBank(let id) = asked else { continue }
                    #expect(bank[id] != nil, "\(entry.title): \(id)")
                }
            }
        }
    }
}
