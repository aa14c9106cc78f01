import Evaluation
import Interview
import Storage
import TestSupport
import Testing

/// The list of things to study: what comes with the project, and what is said when a list is wrong.
@Suite struct StudyResourceFileTests {
    private let scratch: TestFolder

    init() throws { scratch = try TestFolder() }

    /// The error of reading a list of this text.
    private func failure(_ text: String) throws -> String {
        let path = scratch.file("resources.yaml")
        try TestFile.write(text, to: path)
        return
            "\(try #require(throws: QuestionBankFileError.self) { _ = try StudyResourceFile.load(path: path) })"
    }

    @Test func everyCategoryOfTheQuestionsAndEveryThemeHasSomethingToStudy() throws {
        let resources = try StudyResourceFile.load(path: SourceTree.file("resources/resources.yaml"))
        let bank = try QuestionBankFile.load(directory: SourceTree.file("questions"))
        let categories = Set(bank.questions.map(\.category))
        let themes = Set(DeliveryTheme.allCases.map(\.rawValue))
        let topics = Set(resources.flatMap(\.topics))
        #expect(categories.subtracting(topics).isEmpty, "\(categories.subtracting(topics).sorted())")
        #expect(themes.subtracting(topics).isEmpty)
        // A topic that is misspelt would never be recommended.
        let sides = Dimension.allCases.map(\.topic)
        #expect(Set(sides).subtracting(topics) == [Dimension.technicalAccuracy.topic])
        #expect(topics.subtracting(categories).subtracting(themes).subtracting(sides).isEmpty)
        #expect(Set(resources.map(\.title)).count == resources.count)
        #expect(resources.allSatisfy { $0.author != nil || $0.url != nil })
    }

    @Test func allFieldsAreRead() throws {
        let path = scratch.file("resources.yaml")
        try TestFile.write(
            """
            resources:
              - title: A book
                author: Somebody
                year: 1999
                url: https://example.org/book
                note: It helps.
                topics: [web, pace]
              - {kind: club, title: Another, note: It helps too., topics: [web]}
            """, to: path)
        let resources = try StudyResourceFile.load(path: path)
        #expect(
            resources == [
                StudyResource(
                    title: "A book", author: "Somebody", year: 1999, url: "https://example.org/book",
                    note: "It helps.", topics: ["web", "pace"]),
                StudyResource(kind: .club, title: "Another", note: "It helps too.", topics: ["web"]),
            ])
        #expect(resources[0].citation == "A book (Somebody, 1999)")
        #expect(resources[1].citation == "Another")
        #expect(resources[0].line == "A book (Somebody, 1999): It helps. https://example.org/book")
        #expect(resources[1].line == "Another: It helps too.")
    }

    @Test func everyKindSaysWhatToDoAndNamesNoAddress() throws {
        let resources = try StudyResourceFile.load(path: SourceTree.file("resources/resources.yaml"))
        for resource in resources {
            #expect(resource.task.contains(resource.title) && !resource.task.contains("://"))
            #expect(resource.url.map { resource.line.hasSuffix($0) } ?? true)
        }
        let club = try #require(resources.first { $0.title == "Toastmasters International" })
        #expect(club.task == "Find a meeting of Toastmasters International that you can visit.")
        let book = try #require(resources.first { $0.title == "Pro Git" })
        #expect(book.task == "Read in \u{201C}Pro Git\u{201D} by Scott Chacon and Ben Straub.")
    }

    @Test func everythingThatIsWrongIsToldWithItsLine() throws {
        let told = try failure(
            """
            resources:
              - title: A book
                year: soon
                url: ftp://example.org
                note: It helps.
                topics: []
              - {titel: Another, kind: film, note: It helps too., topics: [web]}
            """)
        for part in [
            "resources.yaml:2: resources[0].year: `soon` is not a year.",
            "`ftp://example.org` is not an address",
            "resources[0].topics: Name at least one", "resources[1].title: The field is missing.",
            "resources[1].titel: There is no such field",
            "resources[1].kind: `film` is none of book, documentation, course, site, club.",
        ] {
            #expect(told.contains(part), "\(told)")
        }
    }

    @Test func aFileThatIsMissingEmptyOrNoYAMLIsSaidToBe() throws {
        #expect(try failure("").contains("it needs a list named `resources`"))
        #expect(try failure("resources: [").contains("The file is not YAML"))
        #expect(try failure("resources: []").contains("The list is missing or empty."))
        let missing = scratch.file("nothing.yaml")
        let error = try #require(throws: QuestionBankFileError.self) {
            _ = try StudyResourceFile.load(path: missing)
        }
        #expect("\(error)".contains("cannot be read"))
    }
}
