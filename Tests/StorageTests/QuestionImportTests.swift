import Evaluation
import Foundation
import Interview
import Storage
import TestSupport
import Testing

@Suite struct QuestionImportTests {
    private static func placed(_ id: String, _ text: String, path: String) -> PlacedQuestion {
        let question = Question(
            id: id, text: text, kind: .hr, category: "x", level: .mid,
            keyPoints: [KeyPoint(id: "p", statement: "A point.")])
        return PlacedQuestion(question: question, path: path, position: .line(2))
    }

    private static let bank = QuestionImport.Bank(
        shipped: [placed("shipped", "Why did you apply here?", path: "/viva/hr.yaml")],
        own: [placed("mine", "Why do you keep bees?", path: "/me/a.yaml")])

    private func read(
        _ text: String, _ format: QuestionFormat, clash: QuestionImport.Clash = .refused
    ) -> QuestionImport {
        let source = QuestionSource(name: "in", format: format, content: Data(text.utf8))
        return QuestionImport(of: [source], into: Self.bank, clash: clash)
    }

    /// A JSON question with more or other fields.
    private func json(_ fields: String...) -> String {
        let known = fields.joined()
        let usual = [
            "text": "\"What is a cache?\"", "kind": "\"technical\"", "category": "\"systems\"",
            "level": "\"mid\"", "keyPoints": "[\"Keeps copies.\"]",
        ].filter { !known.contains("\"\($0.key)\"") }.map { "\"\($0.key)\": \($0.value)" }
        return "{" + (usual.sorted() + fields).joined(separator: ", ") + "}"
    }

    // MARK: - JSON

    @Test(arguments: ["question", "question_text", "questionText", "text", "Question Text"])
    func theTextHasTheNamesOfOtherBanks(name: String) {
        let found = read(
            """
            [{"\(name)": "What is it?", "type": "systemDesign", "category": "c", "difficulty": "hard",
              "key_points": ["One thing.", {"text": "Another: thing.", "variants": "so", "weight": 2}],
              "expectedAnswer": "So it is.", "criteria": ["Clear"], "time_limit": 120, "hints": null}]
            """, .json)
        #expect(found.problems.isEmpty, "\(found.problems)")
        let question = found.added.first?.question
        #expect(question?.id == "what-is-it" && question?.text == "What is it?")
        #expect(question?.kind == .systemDesign && question?.level == .senior)
        #expect(
            question?.keyPoints == [
                KeyPoint(id: "one-thing", statement: "One thing."),
                KeyPoint(id: "another-thing", statement: "Another: thing.", variants: ["so"], weight: 2),
            ])
        #expect(question?.sampleAnswers == ["So it is."] && question?.expectedDurationSeconds == 120)
        #expect(question?.criteria == [Criterion(name: "Clear")])
    }

    @Test(arguments: [
        ("technical", QuestionKind.technical), ("behavioral", .behavioural), ("Behavioural", .behavioural),
        ("situational", .situational), ("coding", .coding), ("system_design", .systemDesign),
        ("System Design", .systemDesign), ("case", .caseStudy), ("case_study", .caseStudy), ("HR", .hr),
    ])
    func kindsHaveTheNamesOfOtherBanks(name: String, kind: QuestionKind) {
        let found = read("[" + json("\"kind\": \"\(name)\"") + "]", .json)
        #expect(found.added.map(\.question.kind) == [kind])
    }

    @Test(arguments: [
        ("easy", QuestionLevel.junior), ("Medium", .mid), ("hard", .senior), ("expert", .expert),
        ("senior", .senior),
    ])
    func difficultiesAreLevels(name: String, level: QuestionLevel) {
        let found = read("[" + json("\"level\": \"\(name)\"") + "]", .json)
        #expect(found.added.map(\.question.level) == [level])
    }

    @Test func whatJSONOutputOfACommandSaysIsReadBack() throws {
        let data = try JSONEncoder().encode(["questions": [Self.bank.own[0].question]])
        let found = read(String(decoding: data, as: UTF8.self), .json, clash: .replaces)
        #expect(found.replacing.map(\.question) == [Self.bank.own[0].question], "\(found.problems)")
    }

    @Test func whoGeneratedAQuestionIsKeptInOnesOwnFile() throws {
        let folder = try TestFolder()
        let path = folder.file("mine.yaml")
        let found = read(
            "[" + json("\"Origin\": \"language_model\"", "\"model\": \"llama3.1 at localhost\"") + "]", .json)
        #expect(found.problems.isEmpty, "\(found.problems)")
        try QuestionBankFile.write(found, own: [], to: path)
        let question = try QuestionBankFile.load(path: path).questions.first
        #expect(question?.origin == .languageModel && question?.model == "llama3.1 at localhost")
    }

    @Test func anOriginThatIsNoneAndAModelThatWroteNothingAreMistakes() {
        let entries = [
            json("\"origin\": \"oracle\"", "\"model\": \"m\""),
            json("\"text\": \"b\"", "\"origin\": \"template\"", "\"model\": \"m\""),
            json("\"text\": \"c\"", "\"model\": \"m\""),
        ]
        let found = read("[\(entries.joined(separator: ","))]", .json)
        #expect(found.problems.map(\.field) == ["origin", "model", "model"], "\(found.problems)")
    }

    /// Without key points an answer is compared with the sample answer as a whole.
    @Test(arguments: QuestionFormat.allCases)
    func aQuestionWithASampleAnswerAloneIsTakenAndAnswersToItAreJudged(format: QuestionFormat) throws {
        let sample =
            "A cache keeps copies of data close to where they are needed so that the database is asked less often."
        let text =
            switch format {
            case .json: "[" + json("\"keyPoints\": []", "\"expected_answer\": \"\(sample)\"") + "]"
            case .csv:
                "question,type,category,difficulty,expected answer\nWhat is a cache?,technical,systems,easy,\(sample)\n"
            case .yaml:
                """
                questions:
                  - id: cache
                    text: What is a cache?
                    kind: technical
                    category: systems
                    level: mid
                    sampleAnswers: [\(sample)]
                """
            }
        let found = read(text, format)
        #expect(found.problems.isEmpty, "\(found.problems)")
        let question = try #require(found.added.first?.question)
        #expect(question.keyPoints.isEmpty && question.sampleAnswers == [sample])
        for format in QuestionFormat.allCases {
            let written = try QuestionFileWriter.text(of: [question], format: format)
            #expect(read(written, format).added.map(\.question) == [question], "\(written)")
        }
        func score(_ answer: String) -> Double? {
            RubricEvaluator().evaluate(JudgedAnswer(typed: answer), against: question.rubric).overall
        }
        let good = try #require(
            score("It holds copies of data near where they are needed, so the database is asked less often."))
        let beside = try #require(score("I walk my two dogs in the park each morning before breakfast."))
        #expect(good > 70 && beside < 30, "\(good) \(beside)")
    }

    @Test func everyMistakeOfEveryQuestionIsToldAtOnce() {
        let entries = [
            json("\"keyPoints\": [{\"statement\": \"a\", \"weight\": 0}, {\"weight\": -1}]"),
            json("\"text\": \"Which?\"", "\"kind\": \"hobby\"", "\"colour\": 1"), "7",
            json("\"question\": \"b\"", "\"text\": \"a\""),
            json("\"text\": \"neither?\"", "\"keyPoints\": []", "\"expected_answer\": \"\""),
            json("\"id\": \"good\""),
            json("\"text\": \"bell \\u0007\"", "\"time_limit\": 1e9"),
        ]
        let found = read("{\"questions\": [\(entries.joined(separator: ","))]}", .json)
        let told = found.problems.map { "\($0.position.map { "\($0)" } ?? "") \($0.field ?? "")" }
        #expect(
            told == [
                "entry(1) keyPoints[0].weight", "entry(1) keyPoints[1].statement",
                "entry(1) keyPoints[1].weight",
                "entry(2) kind", "entry(2) colour", "entry(3) ", "entry(4) text", "entry(5) keyPoints",
                "entry(7) text", "entry(7) time_limit",
            ])
        #expect(found.added.map(\.question.id) == ["good"] && found.refusedCount == 6)
        #expect(found.problems.first?.description.hasPrefix("in entry 1: question ") == true)
    }

    @Test(arguments: [
        "", " \n", "[", "[1,]", "7", "[]", "{}", "{\"questions\": 7}", "[{\"text\": NaN}]", "nul",
        String(repeating: "[", count: 100_000),
    ])
    func whatIsNoListOfQuestionsIsRefusedWithAReason(text: String) {
        let found = read(text, .json)
        #expect(found.accepted.isEmpty && found.problems.count == 1)
    }

    @Test func brokenJSONNamesItsLine() {
        #expect(read("[\n\n{\"a\" 7}]", .json).problems.first?.line == 3)
    }

    // MARK: - Ids

    @Test func anIDIsMadeOfTheTextAndDiffersFromOthers() {
        let texts = [
            "What is a cache?", "What is a cache!", "Why did you apply here?", "Über-Größe?", "何?", "何か?",
        ]
        let entries = texts.map { json("\"text\": \"\($0)\"") } + [json("\"id\": \"What_is.a Cache\"")]
        let found = read("[" + entries.joined(separator: ",") + "]", .json)
        #expect(found.problems.isEmpty, "\(found.problems)")
        #expect(
            found.added.map(\.question.id)
                == [
                    "what-is-a-cache-2", "what-is-a-cache-3", "why-did-you-apply-here", "uber-grosse",
                    "question", "question-2", "what-is-a-cache",
                ])
    }

    @Test func theSameTextTwiceIsTheSameQuestion() {
        let found = read("[" + json() + "," + json() + "]", .json)
        #expect(found.added.count == 1 && found.problems.map(\.field) == ["id"])
    }

    @Test func idsOfOthersAreRefusedAndOnesOwnReplacedWhereThatIsWanted() {
        let text = "[" + json("\"id\": \"shipped\"") + "," + json("\"id\": \"mine\"") + "]"
        let refused = read(text, .json)
        #expect(refused.accepted.isEmpty && refused.problems.count == 2)
        #expect(refused.problems.last?.reason.contains("/me/a.yaml:2") == true)
        let replaced = read(text, .json, clash: .replaces)
        #expect(replaced.replacing.map(\.question.id) == ["mine"] && replaced.added.isEmpty)
        #expect(replaced.problems.map(\.questionID) == ["shipped"])
    }

    @Test func nearlyTheSameQuestionsAreWarnedOf() {
        let found = read("[" + json("\"text\": \"Why do you keep the bees?\"") + "]", .json)
        let similar = found.similar(in: Self.bank)
        #expect(similar?.map(\.question.question.id) == ["why-do-you-keep-the-bees"])
        #expect(similar?.first?.warning.description.contains("mine") == true)
    }

    @Test func manyQuestionsOfOneBeginningAreToldApartQuickly() {
        let entries = (0..<3100).map {
            json("\"text\": \"What would you say about the same thing in case \($0)?\"")
        }
        let found = read("[" + entries.joined(separator: ",") + "]", .json)
        #expect(Set(found.added.map(\.question.id)).count == 3100, "\(found.problems.prefix(3))")
        #expect(found.similar(in: Self.bank) == nil)
    }

    // MARK: - CSV

    @Test(arguments: [",", ";", "\t"])
    func aTableIsReadWhateverItsDelimiterAndLineEnds(delimiter: String) {
        let rows = [
            [
                "Question", "Type", "Category", "Difficulty", "Key Points", "expected_answer", "Time Limit",
                "tags",
            ],
            [
                "\"Why \"\"us\"\",; tell\n me?\"", "hr", "motives", "easy", "Knows us | Has a \\| reason",
                "a | b", "60", "",
            ],
            ["", "", "", "", "", "", "", ""],
            ["What now?", "hr", "motives", "medium", "Something", "", "", "x|y|"],
        ]
        let text = "\u{FEFF}" + rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
        let found = read(text, .csv)
        #expect(found.problems.isEmpty, "\(found.problems)")
        let first = found.added.first?.question
        #expect(first?.text == "Why \"us\",; tell me?" && first?.expectedDurationSeconds == 60)
        #expect(first?.keyPoints.map(\.statement) == ["Knows us", "Has a | reason"])
        #expect(first?.sampleAnswers == ["a | b"])
        #expect(found.added.last?.question.tags == ["x", "y"] && found.added.last?.position == .row(4))
    }

    @Test func everyMistakeOfEveryRowIsTold() {
        let found = read(
            """
            id,text,kind,category,level,keyPoint1,keyPoint1 weight,keyPoint3,keyPoint3Weight,followUps,criteria
            a,A?,technical,x,mid,one,nan,three,inf,one: why | bare,clear weight=2 | short weight=x
            b,B?,technical,x,mid,one
            c,C?,technical,x,mid,one,1,,,,,,
            d,D?,technical,x,mid,one,0,,5,,
            e,E?,technical,x,mid,one,2,,,one: why,clear weight=2
            """, .csv)
        let told = found.problems.map { "\($0.position.map { "\($0)" } ?? "") \($0.field ?? "")" }
        #expect(
            told == [
                "row(2) keyPoint1Weight", "row(2) keyPoint3Weight", "row(2) followUps[1].keyPoint",
                "row(2) criteria[1].weight", "row(3) ", "row(4) ", "row(5) keyPoint1Weight",
                "row(5) keyPoint3",
            ])
        #expect(
            found.problems.first?.description.hasPrefix("in row 2: question a: keyPoint1Weight: ") == true)
        #expect(found.added.map(\.question.id) == ["e"] && found.refusedCount == 4)
        #expect(found.added.first?.question.criteria == [Criterion(name: "clear", weight: 2)])
    }

    @Test(arguments: [
        ("id,text\n1,\"open", "row(2) "), ("id,text\n1,a\"b c\"d\n", "row(2) "),
        ("id,colour\n1,2\n", "row(1) colour"),
        ("text,question\n1,2\n", "row(1) question"), ("id,text\n", "row(2) "), ("\n\n1", "row(1) "),
        ("", " "),
        ("keyPoint0\n1", "row(1) keyPoint0"), ("keyPoint999\n1", "row(1) keyPoint999"),
    ])
    func aTableThatIsBrokenAsAWholeIsRefusedWithItsRow(text: String, place: String) {
        let found = read(text, .csv)
        #expect(found.accepted.isEmpty)
        #expect(found.problems.map { "\($0.position.map { "\($0)" } ?? "") \($0.field ?? "")" } == [place])
    }

    // MARK: - Limits

    @Test func whatIsTooLargeOrNoTextIsRefused() {
        func problems(_ data: Data, _ format: QuestionFormat) -> [String] {
            QuestionImport(
                of: [QuestionSource(name: "in", format: format, content: data)], into: Self.bank
            ).problems.map(\.reason)
        }
        for format in QuestionFormat.allCases {
            #expect(problems(Data(count: 20_000_000), format).first?.contains("bytes") == true)
            #expect(problems(Data([0x80, 0xFF]), format).first?.contains("UTF-8") == true)
            #expect(problems(Data("a\0b".utf8), format).first?.contains("UTF-8") == true)
        }
        let long = json("\"text\": \"\(String(repeating: "a", count: 20_001))\"")
        #expect(read("[\(long)]", .json).problems.map(\.field) == ["text"])
        let many = json("\"tags\": [\(Array(repeating: "\"a\"", count: 201).joined(separator: ","))]")
        #expect(read("[\(many)]", .json).problems.map(\.field) == ["tags"])
    }

    @Test func aFileThatIsNotThereIsAProblemAndNotACrash() {
        let source = QuestionSource(name: "/nonexistent/a.csv", format: .csv)
        let found = QuestionImport(of: [source], into: Self.bank)
        #expect(found.problems.map(\.path) == ["/nonexistent/a.csv"])
    }

    // MARK: - Writing

    private static let file = """
        # My own questions.
        questions:
        # first
        - id: one  # keep me
          text: What is one?
          kind: hr
          category: x
          level: mid
          keyPoints: [{id: p, statement: One point.}]

        # about two
        - id: two
          text: What is two?
          kind: hr
          category: x
          level: mid
          keyPoints: [{id: p, statement: Two points.}]
        # the end
        """

    @Test func commentsStayWhenQuestionsAreAddedAndReplaced() throws {
        let folder = try TestFolder()
        let path = try folder.write(Self.file, to: "mine.yaml")
        let own = try QuestionBankFile.questions(in: [path])
        let text = "[" + json("\"id\": \"one\"") + "," + json("\"id\": \"three\"") + "]"
        let source = QuestionSource(name: "in", format: .json, content: Data(text.utf8))
        let found = QuestionImport(
            of: [source], into: .init(shipped: [], own: own), clash: .replaces)
        let other = folder.file("new/other.yaml")
        #expect(try QuestionBankFile.write(found, own: own, to: other).sorted() == [path, other].sorted())
        #expect(try QuestionBankFile.load(path: other).questions.map(\.id) == ["three"])
        let questions = try QuestionBankFile.load(path: path).questions
        #expect(questions.map(\.text) == ["What is a cache?", "What is two?"])
        let written = try folder.text("mine.yaml")
        for comment in [
            "# My own questions.\n", "\n# first\n", "\n\n# about two\n- id: two\n", "\n# the end",
        ] {
            #expect(written.contains(comment), "\(comment)")
        }
        #expect(!written.contains("keep me"))
        #expect(folder.names() == ["mine.yaml", "new"] && folder.names(in: "new") == ["other.yaml"])
    }

    @Test(arguments: [
        "questions: [{id: one, text: One?, kind: hr, category: x, level: mid, keyPoints: [{id: p, statement: s}]}]\n",
        file.replacingOccurrences(of: "\n", with: "\r\n"), file + "\n...\n",
        file.replacingOccurrences(of: "\n- ", with: "\n-\n  "),
    ])
    func filesOfEveryLayoutTakeQuestions(text: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(text, to: "mine.yaml")
        let own = try QuestionBankFile.questions(in: [path])
        let found = read("[" + json() + "]", .json)
        try QuestionBankFile.write(found, own: own, to: path)
        let after = try QuestionBankFile.load(path: path).questions
        #expect(after == own.map(\.question) + found.added.map(\.question))
    }

    @Test(arguments: ["\n", "\r\n"], ["  ", ""])
    func lineEndsAndTheIndentOfListsStay(end: String, indent: String) throws {
        let point = "\n    keyPoints:\n    \(indent)- id: p\n      \(indent)statement: S.\n"
        let text = ["one", "two"].map {
            "  - id: \($0)\n    text: Is it \($0)?\n    kind: hr\n    category: x\n    level: mid" + point
        }
        let before = ("questions:\n" + text.joined(separator: "\n")).replacing("\n", with: end)
        let folder = try TestFolder()
        let path = try folder.write(before, to: "mine.yaml")
        let own = try QuestionBankFile.questions(in: [path])
        try QuestionBankFile.write(read("[" + json() + "]", .json), own: own, to: path)
        let after = try folder.text("mine.yaml")
        #expect(after.hasPrefix(before))
        #expect(
            after.contains(
                "\(end)    keyPoints:\(end)    \(indent)- id: keeps-copies\(end)      \(indent)statement: "))
        #expect(after.replacing("\r\n", with: "").contains("\n") == (end == "\n"))
    }

    @Test(arguments: [
        "0x10", "1e-320", "0.0001", "1_000", "1:30", "inf", "+2", "1e9", "\u{0661}", ".", "2.0.0",
    ])
    func aWeightIsADecimalNumberWithinLimits(weight: String) {
        let found = read(
            "[" + json("\"keyPoints\": [{\"statement\": \"a b\", \"weight\": \"\(weight)\"}]") + "]", .json)
        #expect(found.problems.map(\.field) == ["keyPoints[0].weight"], "\(found.problems)")
    }

    @Test(arguments: [("0.001", 0.001), ("1000000", 1_000_000), ("2.50", 2.5), ("1e-2", 0.01)])
    func anyNumberOfJSONWithinTheLimitsIsAWeight(weight: String, value: Double) {
        let found = read(
            "[" + json("\"keyPoints\": [{\"statement\": \"a b\", \"weight\": \(weight)}]") + "]", .json)
        #expect(found.added.first?.question.keyPoints.map(\.weight) == [value], "\(found.problems)")
    }

    @Test func aNumberTooLargeToBeReadAsWrittenIsNoID() {
        let huge = read("[" + json("\"id\": 12345678901234567890") + "]", .json)
        #expect(huge.accepted.isEmpty && huge.problems.first?.reason.contains("quotation marks") == true)
        let text = read("[" + json("\"id\": \"12345678901234567890\"") + "]", .json)
        #expect(text.added.map(\.question.id) == ["12345678901234567890"])
    }

    @Test func aFileThatIsNoQuestionFileIsLeftAsItIs() throws {
        let folder = try TestFolder()
        let path = try folder.write("questions: [", to: "mine.yaml")
        let found = read("[" + json() + "]", .json)
        #expect(throws: QuestionBankFileError.self) { try QuestionBankFile.write(found, own: [], to: path) }
        #expect(try folder.text("mine.yaml") == "questions: [")
    }
}
