import FoundationEssentials
import SQL
import SQLite
import TestSupport
import Testing

extension KeepingCommandTests {
    /// `viva templates`, and `viva practice --template`.
    @Suite struct InterviewTemplatesCommandTests {
        private struct Item: Decodable {
            var number: Int
            var key: String?
            var title: String
            var kind: String
            var questionCount: Int
            var choosesQuestions: Bool
            var isActive: Bool
            var isShipped: Bool
            var useCount: Int
            var completedCount: Int
            var meanScore: Double?
        }

        private struct List: Decodable { var templates: [Item] }

        private struct Shown: Decodable {
            struct Question: Decodable {
                var id: String
                var text: String
            }
            var template: Item
            var questions: [Question]
        }

        private struct Held: Decodable {
            struct Interview: Decodable {
                struct Details: Decodable {
                    var title: String
                    var company: String?
                    var mode: String
                    var medium: String
                    var jobDescription: String?
                }
                struct Turn: Decodable { var question: Question }
                struct Question: Decodable { var id: String }
                var state: String
                var details: Details
                var turns: [Turn]
            }
            var number: Int
            var interview: Interview
        }

        private let command: Command
        private var home: String { command.path("home") }

        init() throws { command = try Command() }

        private func run(_ arguments: String..., input: String = "") async throws -> Command.Outcome {
            try await command.run(arguments + ["--home", home], input: input)
        }

        private func json<Value: Decodable>(
            _ type: Value.Type, _ arguments: String..., input: String = ""
        ) async throws -> Value {
            let run = try await command.run(arguments + ["--home", home, "--json"], input: input)
            #expect(run.code == 0, "\(run.log)")
            return try JSONDecoder().decode(type, from: Data(run.output.utf8))
        }

        /// A small folder of data, so that reading it takes little time: two questions and a template.
        private func smallData() throws -> [String: String] {
            let data = try command.newFolder("data")
            for name in ["models", "templates", "resources"] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(data)/\(name)", withDestinationPath: SourceTree.file(name))
            }
            try FileManager.default.createDirectory(
                atPath: data + "/questions", withIntermediateDirectories: true)
            try TestFile.write(
                """
                questions:
                  - {id: hr-one, text: Why us?, kind: hr, category: motivation, level: mid, sampleAnswers: [I like it.]}
                  - {id: hr-two, text: Why you?, kind: hr, category: motivation, level: mid, sampleAnswers: [I can do it.]}
                """, to: data + "/questions/a.yaml")
            try FileManager.default.createDirectory(
                atPath: data + "/interviews", withIntermediateDirectories: true)
            try TestFile.write(
                "interviews: [{id: both, title: Both, kind: hr, questions: [hr-two, hr-one]}]\n",
                to: data + "/interviews/a.yaml")
            return ["VIVA_DATA": data]
        }

        private static let answer =
            "I like your product, and I can do this work well, because I did it for years.\n\n"

        @Test func templatesThatComeWithVivaAreThereFromTheBeginningAndStayAsTheyAre() async throws {
            let list = try await json(List.self, "templates", "list")
            #expect(list.templates.count >= 5 && list.templates.allSatisfy(\.isShipped))
            let again = try await json(List.self, "templates", "list", "--kind", "hr")
            let call = try #require(again.templates.first)
            #expect(again.templates.count == 1 && call.key == "hr-first-call" && call.useCount == 0)
            let shown = try await json(Shown.self, "templates", "show", "First call with a recruiter")
            #expect(shown.template.number == call.number && shown.questions.first?.id == "hr-about-yourself")
            for arguments in [
                ["templates", "change", "hr-first-call", "--title", "Other"],
                ["templates", "delete", "hr-first-call", "--yes"],
            ] {
                let refused = try await command.run(arguments + ["--home", home])
                #expect(refused.code == 64 && refused.log.contains("--like \(call.number)"), "\(refused.log)")
            }
        }

        @Test func aPlanOfATemplateIsToldInTheWordsOfPlans() async throws {
            #expect(try await run("people", "add", "Ann Lee").code == 0)
            let at = ["--person", "Ann Lee", "--at", "2099-12-01T10:00", "--time-zone", "America/New_York"]
            let use = ["templates", "use", "hr-first-call"]
            let first = try await command.run(use + at + ["--home", home])
            #expect(first.code == 0, "\(first.log)")
            #expect(first.output.contains("2099-12-01 10:00 America/New_York"), "\(first.output)")
            let taken = try await command.run(use + at + ["--home", home])
            #expect(taken.code == 1, "\(taken.log)")
            for text in [
                "Ann Lee (person 1) cannot come", "2099-12-01 10:00 America/New_York",
                "(viva schedule free 1 --home \(home))", "--anyway",
            ] {
                #expect(taken.log.contains(text), "\(text): \(taken.log)")
            }
            for option in ["--anyway", "--allow-overlap"] {
                #expect(try await command.run(use + at + [option, "--home", home]).code == 0)
            }
            let over = try await run("templates", "use", "hr-first-call", "--at", "2020-01-01T10:00")
            #expect(over.code == 1 && over.log.contains("2020-01-01 10:00 is over"), "\(over.log)")
            #expect(try await run("schedule", "cancel", "1").code == 0)
            let again = try await run("schedule", "cancel", "1")
            #expect(again.log.contains("viva schedule restart 1 --home \(home)"), "\(again.log)")
        }

        @Test func aPlannedInterviewIsBegunWithTheBankThatItWasPlannedWith() async throws {
            let bank = command.path("own.yaml")
            try TestFile.write(
                """
                questions:
                  - {id: gadget, text: What is a gadget?, kind: technical, category: widgets, level: mid, sampleAnswers: [A thing.]}
                """, to: bank)
            let added = try await run("schedule", "add", "--bank", bank, "--skills", "widgets")
            #expect(added.code == 0, "\(added.log)")
            let words = added.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("--session 1 --home \(home) --bank \(bank)"), "\(added.output)")
        }

        @Test func aTemplateIsMadeUsedHeldAndCounted() async throws {
            let data = try smallData()
            func run(_ arguments: String..., input: String = "") async throws -> Command.Outcome {
                try await command.run(arguments + ["--home", home], input: input, variables: data)
            }
            let made = try await run(
                "templates", "create", "--title", "Mine", "--kind", "hr", "--question", "hr-two",
                "--question",
                "What is a good team? | One that talks.", "--question", "And why?")
            #expect(made.code == 0 && made.output.contains("3 questions"), "\(made.log)")
            let held = try await run(
                "practice", "--text", "--template", "mine", "--company", "Initech", "--follow-ups", "0",
                "--json",
                input: Self.answer + Self.answer + Self.answer)
            #expect(held.code == 0, "\(held.log)")
            let interview = try JSONDecoder().decode(Held.self, from: Data(held.output.utf8)).interview
            #expect(
                interview.turns.map(\.question.id) == ["hr-two", "what-is-a-good-team", "and-why"],
                "\(interview.turns)")
            #expect(interview.state == "completed" && interview.details.title == "Mine")
            #expect(interview.details.company == "Initech" && interview.details.medium == "text")
            let planned = try await run("templates", "use", "Mine", "--mode", "real", "--json")
            let number = try JSONDecoder().decode(Held.self, from: Data(planned.output.utf8)).number
            #expect(number == 2, "\(planned.log)")
            let listed = try await run("templates", "list", "--text", "mine", "--json")
            let item = try #require(
                try JSONDecoder().decode(List.self, from: Data(listed.output.utf8)).templates.first)
            #expect(item.useCount == 2 && item.completedCount == 1 && item.meanScore != nil)
            let begun = try await run(
                "practice", "--text", "--session", "2", "--json",
                input: Self.answer + Self.answer + Self.answer)
            #expect(begun.code == 0, "\(begun.log)")
            let second = try JSONDecoder().decode(Held.self, from: Data(begun.output.utf8)).interview
            #expect(second.state == "completed" && second.details.mode == "real")
            // After an interview: what it asked, in the same order.
            let after = try await run("templates", "create", "--from", "1", "--title", "Again", "--json")
            let shown = try JSONDecoder().decode(Shown.self, from: Data(after.output.utf8))
            #expect(shown.questions.map(\.id) == ["hr-two", "what-is-a-good-team", "and-why"])
            #expect(try await run("templates", "delete", "Again", "--yes").code == 0)
            #expect(try await run("templates", "show", "Again").code == 66)
        }

        /// What a statement finds in the database, a text for each row.
        private func rows(_ statement: SQLQuery) async throws -> [String] {
            let database = try SQLiteDatabase(path: home + "/viva.db")
            let rows = try await database.read { try $0.rows(statement).map { try $0.text("x") } }
            await database.close()
            return rows
        }

        @Test func theBanksOfTheDatabaseFollowTheFilesOfQuestions() async throws {
            var variables = try smallData()
            let own = try command.newFolder("own")
            variables["VIVA_QUESTIONS"] = own
            func write(_ ids: String...) throws {
                try TestFile.write(
                    "questions:\n"
                        + ids.map {
                            "  - {id: \($0), text: What is \($0)?, kind: hr, category: x, level: mid, sampleAnswers: [It is.]}\n"
                        }.joined(), to: own + "/mine.yaml")
            }
            func practise(_ further: String...) async throws {
                let run = try await command.run(
                    [
                        "practice", "--text", "--kind", "hr", "--questions", "4", "--follow-ups", "0",
                        "--home", home,
                    ]
                        + further, input: String(repeating: Self.answer, count: 4), variables: variables)
                #expect(run.code == 0, "\(run.log)")
            }
            try write("mine-one", "mine-two")
            try await practise()
            #expect(
                try await rows("SELECT name AS x FROM question_banks ORDER BY id") == [
                    "Viva", "Your own questions",
                ])
            let named: SQLQuery = """
                SELECT turns.question_key AS x FROM turns JOIN questions ON questions.id = turns.question_id
                WHERE questions.key = turns.question_key ORDER BY x
                """
            #expect(try await rows(named) == ["hr-one", "hr-two", "mine-one", "mine-two"])
            try write("mine-two", "mine-three")
            let active: SQLQuery = "SELECT key AS x FROM questions WHERE is_active = 1 ORDER BY x"
            // A file that is named stands beside one's own folder, which is not read then and stays as it is.
            let other = command.path("other.yaml")
            try TestFile.write(
                "questions: [{id: other, text: And?, kind: hr, category: x, level: mid, sampleAnswers: [So.]}]\n",
                to: other)
            try await practise("--bank", other)
            #expect(try await rows(active) == ["hr-one", "hr-two", "mine-one", "mine-two", "other"])
            try await practise()
            #expect(try await rows(active) == ["hr-one", "hr-two", "mine-three", "mine-two", "other"])
            try FileManager.default.removeItem(atPath: own + "/mine.yaml")
            try await practise()
            #expect(try await rows(active) == ["hr-one", "hr-two", "other"])
            #expect(
                try await rows(
                    "SELECT name AS x FROM question_banks ORDER BY id") == [
                        "Viva", "Your own questions", "other.yaml",
                    ])
        }

        @Test func aTemplateGoesIntoAFileAndComesBack() async throws {
            let data = try smallData()
            func run(_ arguments: String..., input: String = "") async throws -> Command.Outcome {
                try await command.run(arguments, input: input, variables: data)
            }
            let other = command.path("other")
            _ = try await run(
                "templates", "create", "--home", home, "--title", "Mine", "--question", "hr-one",
                "--question",
                "What is a good team? | One that talks.", "--tag", "weekly")
            for format in ["yaml", "json"] {
                let file = command.path("mine.\(format)")
                #expect(try await run("templates", "export", "--home", home, "--output", file).code == 0)
                let arguments = format == "yaml" ? [] : ["--replace"]
                let taken = try await command.run(
                    ["templates", "import", file, "--home", other] + arguments, variables: data)
                #expect(taken.code == 0, "\(taken.log)")
                let there = try await run("templates", "export", "Mine", "--home", other, "--format", format)
                #expect(there.output == (try String(contentsOfFile: file, encoding: .utf8)))
            }
            let again = try await run("templates", "import", command.path("mine.yaml"), "--home", other)
            #expect(again.code == 65 && again.log.contains("--replace"), "\(again.log)")
            let wrong = command.path("wrong.yaml")
            try TestFile.write(
                "interviews:\n  - {title: A, questions: [nowhere]}\n  - {id: both, title: B, questionCount: 1}\n",
                to: wrong)
            let refused = try await run("templates", "import", wrong, "--home", other)
            #expect(refused.code == 65 && refused.log.contains("wrong.yaml:2: There is no question nowhere"))
            #expect(refused.log.contains("comes with Viva") && refused.log.contains("Nothing was taken"))
        }

        @Test func whatCannotBeIsSaidBeforeAnythingIsDone() async throws {
            for (arguments, words) in [
                (["templates", "create", "--title", "A"], "Say what it asks"),
                (["templates", "create", "--questions", "3"], "--title"),
                (
                    ["templates", "create", "--title", "A", "--question", "x", "--questions", "3"],
                    "--question"
                ),
                (["templates", "change", "1"], "what is to be changed"),
                (["practice", "--text", "--template", "x", "--kind", "hr"], "--kind cannot be given"),
                (["practice", "--text", "--template", "x", "--resume"], "--resume cannot be given"),
            ] {
                let run = try await command.run(arguments + ["--home", home])
                #expect(run.code == 64 && run.log.contains(words), "\(arguments): \(run.log)")
            }
            let none = try await run("practice", "--text", "--template", "nobody-knows-it")
            #expect(none.code == 66 && none.log.contains("viva templates list"), "\(none.log)")
            let id = try await run("templates", "create", "--title", "A", "--question", "no-such-id")
            #expect(id.code == 64 && id.log.contains("no-such-id"), "\(id.log)")
        }

        @Test func theJobDescriptionIsKeptWithTheInterview() async throws {
            let job = command.path("job.txt")
            let text = "Backend Developer at Initech. You know SQL and Docker."
            try TestFile.write(text, to: job)
            let held = try await json(
                Held.self, "practice", "--text", "--questions", "1", "--follow-ups", "0", "--job", job,
                "--company",
                "Initech", input: Self.answer)
            #expect(held.interview.details.jobDescription?.hasPrefix(text) == true)
            let shown = try await run("sessions", "show", "1")
            #expect(
                shown.output.contains("Initech") && shown.output.contains("You know SQL"), "\(shown.output)")
        }
    }
}
