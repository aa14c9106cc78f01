import FoundationEssentials
import TestSupport
import Testing

extension KeepingCommandTests {
    @Suite struct QuestionsCommandTests {
        /// A file of one question, with a few warnings and no mistake.
        private static let short = """
            # A question of my own.
            questions:
              - id: my-own
                text: Why do you keep bees?
                kind: hr
                category: motives
                level: junior
                keyPoints:
                  - {id: honey, statement: They make honey.}
            """

        /// The same with three mistakes.
        private static let wrong = """
            questions:
              - id: my-own
                text: Why do you keep bees?
                kind: hobby
                category: motives
                level: junior
                colour: yellow
                keyPoints:
                  - {id: honey, statement: They make honey.}
              - id: my-own
                text: Why do you keep hens?
                kind: hr
                category: motives
                level: junior
                keyPoints:
                  - {id: eggs, statement: They lay eggs.}
            """

        private struct Listed: Decodable {
            struct Question: Decodable {
                var id: String
                var kind: String
                var level: String
                var category: String
                var keyPoints: [KeyPoint]
            }
            struct KeyPoint: Decodable { var statement: String }
            var questions: [Question]
        }

        private struct Checked: Decodable {
            struct Finding: Decodable {
                var path: String
                var line: Int?
                var questionID: String?
                var reason: String
            }
            var questions: Int?
            var mistakes: [Finding]
            var warnings: [Finding]
        }

        private func decode<Value: Decodable>(_ output: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(output.utf8))
        }

        @Test func listsWhatFitsALineForEach() async throws {
            let command = try Command()
            let filter = ["questions", "list", "--kind", "behavioural", "--level", "junior"]
            let run = try await command.run(filter)
            #expect(run.code == 0 && !run.output.contains("\u{1B}"), "\(run)")
            let lines = run.output.split(separator: "\n")
            #expect(lines.allSatisfy { $0.contains("  junior  behavioural ") })
            #expect(
                lines.contains {
                    $0.hasPrefix("behavioural-learn-quickly ") && $0.contains("learn something new")
                })
            let json = try await command.run(filter + ["--json", "--quiet"])
            let listed: Listed = try decode(json.output)
            #expect(listed.questions.count == lines.count && json.log.isEmpty)
            #expect(listed.questions.allSatisfy { $0.kind == "behavioural" && !$0.keyPoints.isEmpty })
            let none = try await command.run("questions", "list", "--category", "cookery")
            #expect(none.code == 0 && none.output.isEmpty && none.log.contains("No question fits"), "\(none)")
        }

        @Test func showsEverythingAboutAQuestion() async throws {
            let command = try Command()
            let run = try await command.run("questions", "show", "behavioural-conflict")
            #expect(run.code == 0, "\(run)")
            for part in ["Kind", "Level", "What a good answer says", "also said as", "Hints", "Follow-ups"] {
                #expect(run.output.contains(part), "\(part)")
            }
            #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
            let json = try await command.run("questions", "show", "behavioural-conflict", "--json")
            let question: Listed.Question = try decode(json.output)
            #expect(question.id == "behavioural-conflict" && question.keyPoints.count >= 3)
        }

        @Test func anUnknownIDIsAnsweredWithTheNearest() async throws {
            let run = try await Command().run("questions", "show", "behavioral-conflict")
            #expect(run.code == 65 && run.output.isEmpty, "\(run)")
            #expect(run.log.contains("behavioral-conflict. Nearest: behavioural-conflict, "), "\(run)")
        }

        @Test func findsWordsInAllTheirForms() async throws {
            let command = try Command()
            // A bank of one question: to look through all of Viva's takes a debug build seconds.
            try TestFile.write(Self.short, to: command.newFolder("data/questions") + "/a.yaml")
            let data = ["VIVA_DATA": command.path("data")]
            let run = try await command.run(["questions", "search", "keeping", "bee"], variables: data)
            #expect(run.code == 0 && run.output.hasPrefix("my-own  junior  hr "), "\(run)")
            let none = try await command.run(["questions", "search", "bees", "hens"], variables: data)
            #expect(none.code == 0 && none.output.isEmpty && none.log.contains("No question"), "\(none)")
            let empty = try await command.run("questions", "search", "?")
            #expect(empty.code == 64, "\(empty)")
        }

        @Test func countsBySort() async throws {
            let command = try Command()
            let json = try await command.run("questions", "stats", "--json")
            struct Statistics: Decodable {
                struct Count: Decodable {
                    var name: String
                    var questions: Int
                }
                var questions: Int
                var kinds: [Count]
                var levels: [Count]
            }
            let statistics: Statistics = try decode(json.output)
            #expect(statistics.questions >= 200 && statistics.kinds.first?.name == "technical")
            #expect(statistics.kinds.reduce(0) { $0 + $1.questions } == statistics.questions)
            #expect(statistics.levels.map(\.name) == ["junior", "mid", "senior", "expert"])
            let run = try await command.run("questions", "stats")
            #expect(run.code == 0 && run.output.contains("By category"), "\(run)")
        }

        @Test func questionsThatComeWithVivaHaveNoMistakeAndNoWarning() async throws {
            // One file: the whole bank takes a debug build half a minute.
            let run = try await Command().run("questions", "check", SourceTree.file("questions/coding.yaml"))
            #expect(run.code == 0 && run.output.hasSuffix(" questions, no mistakes, no warnings\n"), "\(run)")
        }

        @Test func theQuestionsThatAreAskedAreCheckedWhereNoneAreNamed() async throws {
            let command = try Command()
            let data = try command.newFolder("data")
            for name in ["models", "templates"] {
                try FileManager.default.createSymbolicLink(
                    atPath: data + "/" + name, withDestinationPath: SourceTree.file(name))
            }
            try TestFile.write(Self.short, to: command.newFolder("data/questions") + "/a.yaml")
            let run = try await command.run(["questions", "check"], variables: ["VIVA_DATA": data])
            #expect(run.code == 0 && run.output.contains("data/questions/a.yaml:3: warning: "), "\(run)")
            #expect(run.output.hasSuffix("1 question, 12 templates, no mistakes, 4 warnings\n"), "\(run)")
        }

        @Test func templatesThatComeWithVivaHaveNoMistakeAndNoWarning() async throws {
            let run = try await Command().run("questions", "check", SourceTree.file("templates"))
            #expect(run.code == 0 && run.output == "12 templates, no mistakes, no warnings\n", "\(run)")
        }

        @Test func aMistakeInATemplateIsToldBesidesThoseInQuestions() async throws {
            let command = try Command()
            let data = try command.newFolder("data")
            try TestFile.write(Self.wrong, to: command.newFolder("data/questions") + "/a.yaml")
            let folder = try command.newFolder("data/templates")
            for name in ["skills", "roles"] {
                let text = try TestFile.text(SourceTree.file("templates/\(name).yaml"))
                try TestFile.write(
                    text.replacing("work as {a subject} is good", with: "work as {subjekt} is good"),
                    to: folder + "/\(name).yaml")
            }
            let run = try await command.run(["questions", "check"], variables: ["VIVA_DATA": data])
            #expect(run.code == 65 && run.output.contains("data/questions/a.yaml:"), "\(run)")
            #expect(
                run.output.contains(": mistake: template standard: text: `{subjekt}` stands for nothing: "),
                "\(run)")
            // Questions are not made from what is wrong.
            try TestFile.write(Self.short, to: data + "/questions/a.yaml")
            let made = try await command.run(
                ["questions", "generate", "--role", "Nurse"], variables: ["VIVA_DATA": data])
            #expect(made.code == 65 && made.output.isEmpty && made.log.contains("{subjekt}"), "\(made)")
        }

        @Test func aWarningFailsOnlyWhenThatIsWanted() async throws {
            let command = try Command()
            let folder = try command.newFolder("mine")
            try TestFile.write(Self.short, to: folder + "/a.yaml")
            let run = try await command.run("questions", "check", folder)
            #expect(run.code == 0 && run.log.isEmpty, "\(run)")
            #expect(
                run.output.contains("/mine/a.yaml:3: warning: question my-own: It has 1 key point:"), "\(run)"
            )
            #expect(run.output.hasSuffix("1 question, no mistakes, 4 warnings\n"), "\(run)")
            let strict = try await command.run("questions", "check", "--strict", "--json", folder + "/a.yaml")
            #expect(strict.code == 1, "\(strict)")
            let checked: Checked = try decode(strict.output)
            #expect(checked.questions == 1 && checked.mistakes.isEmpty && checked.warnings.count == 4)
            #expect(checked.warnings.allSatisfy { $0.line == 3 && $0.questionID == "my-own" })
        }

        @Test func everyMistakeIsToldWithItsLine() async throws {
            let command = try Command()
            let path = command.path("wrong.yaml")
            try TestFile.write(Self.wrong, to: path)
            let run = try await command.run("questions", "check", path)
            #expect(run.code == 65 && run.log.isEmpty, "\(run)")
            for place in [":4: mistake: question my-own: kind: ", ":10: mistake: question my-own: id: "] {
                #expect(run.output.contains(path + place), "\(place): \(run)")
            }
            #expect(run.output.contains("colour") && run.output.hasSuffix("3 mistakes\n"), "\(run)")
            let json = try await command.run("questions", "check", path, "--json")
            let checked: Checked = try decode(json.output)
            #expect(json.code == 65 && checked.questions == nil && checked.mistakes.count == 3, "\(json)")
        }

        @Test func theReferenceOfTheJSONNamesWhatIsCounted() throws {
            let lines = try TestFile.text(SourceTree.file("Docs/API.md")).split(separator: "\n")
            let line = try #require(lines.first { $0.hasPrefix("| `viva questions check --json`") })
            for name in ["questions", "generated", "templates", "mistakes", "warnings"] {
                #expect(line.contains("\"\(name)\""), "\(name)")
            }
        }

        @Test func aPathThatIsNotThereIsTold() async throws {
            let command = try Command()
            let run = try await command.run("questions", "check", command.path("none.yaml"))
            #expect(run.code == 66 && run.output.isEmpty && run.log.contains("none.yaml: "), "\(run)")
        }
    }
}
