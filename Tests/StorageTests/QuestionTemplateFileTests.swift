import Evaluation
import FoundationEssentials
import Interview
import Storage
import TestSupport
import Testing

/// The templates that come with the project, and what is said when one is wrong.
@Suite struct QuestionTemplateFileTests {
    private let scratch: TestFolder
    private let templates: QuestionTemplates

    init() throws {
        scratch = try TestFolder()
        templates = try QuestionTemplateFile.load(directory: SourceTree.file("templates"))
    }

    private let subjects = [
        TemplateSubject(.skill, "COBOL"), TemplateSubject(.skill, "C"), TemplateSubject(.skill, "C++"),
        TemplateSubject(.skill, "C#"), TemplateSubject(.skill, "日本語"), TemplateSubject(.role, "Nurse"),
        TemplateSubject(.role, "Actuary"),
    ]
    private var questions: [Question] { templates.questions(about: subjects) }

    @Test func everyQuestionCanBeJudgedAndSaysWhereItComesFrom() throws {
        #expect(questions.count == 42)
        #expect(Set(questions.map(\.id)).count == 42)
        for question in questions {
            #expect(
                question.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") },
                "\(question.id)")
            #expect(question.origin == .template && question.tags.first == "generated")
            #expect(
                !question.text.contains("{") && question.text.contains(question.category), "\(question.text)")
            #expect(
                (4...6).contains(question.keyPoints.count) && !question.hints.isEmpty
                    && !question.criteria.isEmpty)
            for point in question.keyPoints {
                #expect(point.variants.count >= 8, "\(question.id) \(point.id)")
                for variant in point.variants where variant.hasPrefix("{") {
                    #expect(Rubric.storyMoves.contains(variant), "\(variant)")
                }
            }
            let points = Set(question.keyPoints.map(\.id))
            #expect(
                question.followUps.count >= 2
                    && question.followUps.allSatisfy { $0.keyPointID.map(points.contains) == true })
            #expect(!question.rubric.kind.isTechnical, "Facts of an unknown subject cannot be judged.")
            #expect(try JSONDecoder().decode(Question.self, from: JSONEncoder().encode(question)) == question)
        }
        #expect(
            questions.contains {
                $0.text == "Tell me about a piece of work as an Actuary that you are proud of."
            })
        #expect(Set(questions.map(\.level)).count == 3 && Set(questions.map(\.kind.family)).count == 2)
    }

    @Test(arguments: [
        (
            "uses",
            """
            I worked with it for four years at a bank. The main advantage is that it handles very large batches, and it is \
            very reliable, because the programs have run for decades. For example, in my last project we computed the \
            interest of two million accounts in one night. The downside is that it is hard to find people who know it, and \
            the tests take long, so I would not take it for a web service. In that case I would choose something lighter, \
            such as Java, since the whole team knows it.
            """
        ),
        (
            "diagnosis",
            """
            First I try to reproduce it with the same steps, and I read the error message and the logs before I guess. Then \
            I ask what changed, because most of the time it is the last change, and I go back to the old version to see \
            whether it still happens. I change one thing at a time and write down what I tried. If I get stuck, I ask a \
            colleague. In the end I add a test so that it does not come back, and I tell the others about the root cause.
            """
        ),
        (
            "built",
            """
            Two years ago at my company I had to move a report to it, because the old one took a whole weekend. I wrote the \
            new program and I designed the files. The hard part was that nobody knew the old rules, and at first it failed \
            every night. I asked the two colleagues who had written them and I split it into five steps, then I measured \
            each. In the end it ran in three hours instead of two days, and the team still uses it. I learned to ask for \
            the rules first.
            """
        ),
    ])
    func aGoodAnswerScoresWellAndAnotherPoorly(name: String, answer: String) throws {
        let question = try #require(questions.first { $0.id == "generated-cobol-\(name)" })
        let judge = RubricEvaluator()
        let good = judge.evaluate(JudgedAnswer(typed: answer), against: question.rubric)
        #expect(try #require(good.overall) >= 65, "\(good.overall ?? -1)")
        let other = """
            On Sundays we bake bread with rye flour and a pinch of salt. The dough rests under a cloth beside the stove \
            while the children play in the garden, and when the crust sounds hollow the loaf cools on a wire rack.
            """
        let poor = judge.evaluate(JudgedAnswer(typed: other), against: question.rubric)
        #expect((poor.overall ?? 0) <= 35, "\(poor.overall ?? -1)")
        let echo = judge.evaluate(JudgedAnswer(typed: question.text), against: question.rubric)
        #expect((echo.overall ?? 0) <= 20, "\(echo.overall ?? -1)")
    }

    @Test func whatComesWithTheProjectIsRead() {
        #expect(
            templates.skills.map(\.id) == ["uses", "built", "diagnosis", "checks", "explanation", "choice"])
        #expect(
            templates.roles.map(\.id)
                == ["methods", "standard", "success", "mistake", "beginning", "priorities"])
        for template in templates.skills + templates.roles {
            #expect(template.origin == .template && template.category == "{subject}", "\(template.id)")
            #expect(QuestionReview().warnings(of: template).isEmpty, "\(template.id)")
        }
        #expect(templates.skills.allSatisfy { $0.roles.isEmpty })
        #expect(templates.roles.allSatisfy { $0.roles == ["{subject}"] })
    }

    // MARK: - Mistakes

    private static let valid = """
        templates:
          - id: uses
            text: What is {subject} good for?
            kind: technical
            category: "{subject}"
            level: mid
            keyPoints:
              - id: limits
                statement: Says where {subject} is weak.
                variants:
                  - "{made}"
                  - it is slow
        """

    /// The error of reading a file of templates.
    private func failure(_ text: String) throws -> String {
        let path = scratch.file("skills.yaml")
        try TestFile.write(text, to: path)
        let error = try #require(throws: QuestionBankFileError.self) {
            try QuestionBankFile.questions(in: [path], lists: [.templates])
        }
        return "\(error)".replacing(scratch.path + "/", with: "")
    }

    @Test(arguments: [
        (
            "What is {subject} good for?", "What is it good for?",
            "skills.yaml:3: template uses: text: The text does not name its subject: write {subject} where"
        ),
        (
            "it is slow", "it is slow with {subjct}",
            "skills.yaml:12: template uses: keyPoints[0].variants[1]: `{subjct}` stands for nothing: write {subject} for"
        ),
        (
            "it is slow", "so {made}",
            "keyPoints[0].variants[1]: `{made}` stands for nothing"
        ),
        (
            "What is {subject}", "What is {made} of {subject}",
            "skills.yaml:3: template uses: text: `{made}` stands"
        ),
        ("What is {subject} good", "What is {subject} {a good", "text: `{a good for?` stands for nothing"),
        (
            #"category: "{subject}""#, "category: {subject}",
            "skills.yaml:5: template uses: category: Expected text. One that begins with `{` stands in quotation marks."
        ),
        ("level: mid", "level: middle", "skills.yaml:6: template uses: level: `middle` is none of junior, "),
        ("level: mid", "levels: mid", "levels: There is no such field; there are "),
        (
            "templates:", "questions:",
            "skills.yaml:1: questions: There is no such field; there are templates."
        ),
        (
            "templates:", "template:",
            "skills.yaml:1: template: There is no such field; there are templates."
        ),
    ])
    func aMistakeIsToldAsOneInAQuestionIs(part: String, other: String, reason: String) throws {
        let wrong = Self.valid.replacing(part, with: other)
        #expect(wrong != Self.valid)
        let told = try failure(wrong)
        #expect(told.contains(reason), "\(told)")
    }

    @Test func everyPlaceIsFilledAndTemplatesAreNoQuestions() throws {
        let path = try scratch.write(Self.valid, to: "skills.yaml")
        let all = try QuestionBankFile.questions(in: [path], lists: [.questions, .templates])
        let made = QuestionTemplates(skills: all.map(\.question))
            .questions(about: [TemplateSubject(.skill, "C++")])
        #expect(made.map(\.id) == ["generated-c-plus-plus-uses"] && made.map(\.category) == ["C++"])
        #expect(made.first?.keyPoints.first?.statement == "Says where C++ is weak.")
        #expect(made.first?.keyPoints.first?.variants == ["{made}", "it is slow"])
        let error = try #require(throws: QuestionBankFileError.self) {
            try QuestionBankFile.load(path: path)
        }
        #expect("\(error)".contains("templates: There is no such field"))
    }

    /// Reads what a user put into a folder of questions, or has checked.
    private func problems(
        _ text: String, lists: Set<QuestionList> = [.questions]
    ) throws -> [QuestionBankFileError.Problem] {
        let path = try scratch.write(text, to: "mine.yaml")
        return try #require(throws: QuestionBankFileError.self) {
            try QuestionBankFile.questions(in: [path], lists: lists)
        }.problems
    }

    @Test func templatesAmongQuestionsAreToldOnceWithWhereTheyBelong() throws {
        let problems = try problems(Self.valid)
        #expect(problems.map(\.field) == ["templates"] && problems.map(\.line) == [1])
        let reason = try #require(problems.first).reason
        #expect(
            reason.contains(
                "A list of templates is read only from the folder `templates` beside the questions"),
            "\(reason)")
        let questions = try failure(Self.valid.replacing("templates:", with: "questions:"))
        #expect(!questions.contains("\n") && questions.contains("Questions stand in files"), "\(questions)")
    }

    @Test func aFileWithBothListsIsToldToBeTwo() throws {
        let both =
            Self.valid + "\nquestions:\n  - {id: why, text: Why?, kind: hr, category: a, level: mid, "
            + "sampleAnswers: [Because.]}\n"
        let checked = try problems(both, lists: Set(QuestionList.allCases))
        #expect(checked.map(\.field) == ["templates"])
        #expect(checked.first?.reason.contains("A file holds one list") == true, "\(checked)")
        let own = try problems(both)
        #expect(own.map(\.field) == ["templates"])
        #expect(own.first?.reason.contains("is read only from the folder `templates`") == true, "\(own)")
    }

    /// The error of reading the folder of templates.
    private func failureOfFolder() throws -> String {
        let error = try #require(throws: QuestionBankFileError.self) {
            try QuestionTemplateFile.load(directory: scratch.path)
        }
        return "\(error)"
    }

    @Test func aFileThatIsMissingOrEmptyAndAnIDInBothFilesAreTold() throws {
        #expect(try failure("").contains("it needs a list named `templates`"))
        #expect(try failure("templates: []").contains("The list is missing or empty."))
        _ = try scratch.write(Self.valid, to: "skills.yaml")
        let missing = try failureOfFolder()
        #expect(missing.contains("/roles.yaml: ") && missing.contains("cannot be read"), "\(missing)")
        _ = try scratch.write(Self.valid, to: "roles.yaml")
        let twice = try failureOfFolder()
        #expect(twice.contains("/roles.yaml:2: template uses: id: The id is already used in "), "\(twice)")
    }
}
