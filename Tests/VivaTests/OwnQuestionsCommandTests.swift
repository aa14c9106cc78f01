import FoundationEssentials
import TestSupport
import Testing

extension KeepingCommandTests {
    /// Questions of one's own: `questions add`, `import`, `export`, and what reads them.
    @Suite struct OwnQuestionsCommandTests {
        private static let question = """
            questions:
              - id: ID
                text: TEXT
                kind: hr
                category: motives
                level: junior
                keyPoints:
                  - {id: honey, statement: They make honey.}

            """

        private static func question(_ id: String, _ text: String) -> String {
            question.replacing("ID", with: id).replacing("TEXT", with: text)
        }

        private static let ownFolder = ".local/share/viva/questions"

        /// A command whose shipped bank is one question: to read all of Viva's takes a debug build seconds.
        private func command() throws -> (command: Command, data: [String: String]) {
            let command = try Command()
            let data = try command.newFolder("data")
            for name in ["models", "samples", "templates"] {
                try FileManager.default.createSymbolicLink(
                    atPath: data + "/" + name, withDestinationPath: SourceTree.file(name))
            }
            try TestFile.write(
                Self.question("shipped", "Where did you grow up?"),
                to: command.newFolder("data/questions") + "/a.yaml")
            return (command, ["VIVA_DATA": data])
        }

        private struct Imported: Decodable {
            struct Finding: Decodable {
                var path: String
                var line: Int?
                var row: Int?
                var entry: Int?
                var field: String?
                var reason: String
            }
            var isDryRun: Bool
            var added: [String]
            var replaced: [String]
            var refused: Int
            var files: [String]
            var mistakes: [Finding]
            var warnings: [Finding]
        }

        private func decode<Value: Decodable>(_ output: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data(output.utf8))
        }

        // MARK: - The folder and --bank

        @Test func whatIsInTheFolderIsReadBesidesWhatComesWithViva() async throws {
            let (command, data) = try command()
            let folder = try command.newFolder(Self.ownFolder)
            try TestFile.write(Self.question("own", "Why do you keep bees?"), to: folder + "/b.yaml")
            let list = try await command.run(["questions", "list"], variables: data)
            #expect(list.code == 0 && list.log.contains("2 of 2 questions"), "\(list)")
            #expect(list.output.contains("\nown ") && list.output.hasPrefix("shipped "), "\(list)")
            let found = try await command.run(["questions", "search", "bees"], variables: data)
            #expect(found.output.hasPrefix("own "), "\(found)")
            let check = try await command.run(["questions", "check"], variables: data)
            #expect(check.output.contains("2 questions, 12 templates, no mistakes"), "\(check)")
            let elsewhere = data.merging(["VIVA_QUESTIONS": command.path("none")]) { $1 }
            let without = try await command.run(["questions", "list"], variables: elsewhere)
            #expect(without.code == 0 && without.log.contains("1 of 1 questions"), "\(without)")
        }

        @Test func aBrokenFileOrAnIDUsedTwiceIsToldWithItsLineAndWhatToDo() async throws {
            let (command, data) = try command()
            let folder = try command.newFolder(Self.ownFolder)
            try TestFile.write(Self.question("shipped", "Why do you keep bees?"), to: folder + "/b.yaml")
            let twice = try await command.run(["questions", "list"], variables: data)
            #expect(twice.code == 65 && twice.output.isEmpty, "\(twice)")
            #expect(twice.log.contains("/b.yaml:2: question shipped: id: "), "\(twice)")
            #expect(twice.log.contains("move the file out of ~/.local/share/viva/questions"), "\(twice)")
            try TestFile.write("questions: [", to: folder + "/b.yaml")
            let broken = try await command.run(["practice", "--text"], variables: data)
            #expect(broken.code == 65 && broken.log.contains("/b.yaml:2: "), "\(broken)")
            // What was named is read in the place of the folder.
            try TestFile.write(Self.question("other", "Why do you keep hens?"), to: command.path("c.yaml"))
            let named = try await command.run(
                ["questions", "list", "--bank", command.path("c.yaml")], variables: data)
            #expect(
                named.code == 0 && named.output.contains("other ") && named.log.contains("2 of 2"), "\(named)"
            )
            let none = try await command.run(
                ["questions", "stats", "--bank", command.path("none.yaml")], variables: data)
            #expect(none.code == 66 && none.log.contains("none.yaml: "), "\(none)")
        }

        // MARK: - Import

        @Test func anImportIsAskedFromThenOn() async throws {
            let (command, data) = try command()
            let table = command.path("table.csv")
            try TestFile.write(
                "question;type;category;difficulty;key points\r\nWhy bees?;hr;x;easy;They hum|They sting\r\n",
                to: table)
            let dry = try await command.run(["questions", "import", "--dry-run", table], variables: data)
            #expect(dry.code == 0 && dry.output == "1 question would be written.\n", "\(dry)")
            #expect(!FileManager.default.fileExists(atPath: command.path(Self.ownFolder)))
            let run = try await command.run(["questions", "import", table], variables: data)
            let path = "~/\(Self.ownFolder)/my-questions.yaml"
            #expect(run.code == 0 && run.output == "1 question written to \(path).\n", "\(run)")
            let show = try await command.run(["questions", "show", "why-bees"], variables: data)
            #expect(show.code == 0 && show.output.contains("they-sting: They sting"), "\(show)")
            let again = try await command.run(["questions", "import", table], variables: data)
            #expect(
                again.code == 65 && again.log.contains("table.csv row 2: mistake: question why-bees: id: "),
                "\(again)")
            let replaced = try await command.run(
                ["questions", "import", "--replace", "--json", table], variables: data)
            let output: Imported = try decode(replaced.output)
            #expect(
                replaced.code == 0 && output.replaced == ["why-bees"] && output.added.isEmpty, "\(replaced)")
        }

        @Test func mistakesWriteNothingUnlessTheOtherQuestionsAreWanted() async throws {
            let (command, data) = try command()
            let input = """
                [{"text": "A?", "kind": "hr", "category": "x", "level": "mid", "keyPoints": ["a"]},
                 {"id": "shipped", "text": "B?", "kind": "hr", "category": "x", "level": "mid", "keyPoints": ["b"]},
                 {"text": "C?", "kind": "hr", "category": "x", "level": "mid", "keyPoints": [{"weight": 0}]}]
                """
            let arguments = ["questions", "import", "-", "--format", "json", "--replace"]
            let refused = try await command.run(arguments + ["--json"], input: input, variables: data)
            let output: Imported = try decode(refused.output)
            #expect(refused.code == 65 && output.added.isEmpty && output.files.isEmpty, "\(refused)")
            #expect(output.refused == 2 && output.mistakes.map(\.entry) == [2, 3, 3], "\(refused)")
            #expect(!FileManager.default.fileExists(atPath: command.path(Self.ownFolder)))
            let run = try await command.run(arguments + ["--skip-errors"], input: input, variables: data)
            #expect(run.code == 65 && run.output.hasSuffix("; 2 questions left out.\n"), "\(run)")
            let show = try await command.run(["questions", "show", "a"], variables: data)
            #expect(show.code == 0, "\(show)")
        }

        @Test func importsAtTheSameTimeLoseNothing() async throws {
            let (command, data) = try command()
            let texts = (1...6).map { "Why do you keep \($0) hives of bees?" }
            let runs = try await withThrowingTaskGroup(of: Command.Outcome.self) { group in
                for (place, text) in texts.enumerated() {
                    let path = command.path("\(place).yaml")
                    try TestFile.write(Self.question("own-\(place)", text), to: path)
                    group.addTask {
                        try await command.run(["questions", "import", path], variables: data)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.allSatisfy { $0.code == 0 }, "\(runs)")
            let list = try await command.run(["questions", "list"], variables: data)
            #expect(texts.allSatisfy(list.output.contains), "\(list)")
            let names = try FileManager.default.contentsOfDirectory(atPath: command.path(Self.ownFolder))
            #expect(names.sorted() == [".viva-questions.lock", "my-questions.yaml"])
        }

        @Test func aQuestionWithASampleAnswerAloneIsTakenAndToldOf() async throws {
            let (command, data) = try command()
            let table = command.path("table.csv")
            try TestFile.write(
                "question,type,category,difficulty,expected answer\nWhy bees?,hr,x,easy,They hum and they give honey.\n",
                to: table)
            let run = try await command.run(["questions", "import", table], variables: data)
            #expect(run.code == 0 && run.log.contains("1 question without key points"), "\(run)")
            let show = try await command.run(["questions", "show", "why-bees"], variables: data)
            #expect(
                show.output.contains("A sample answer") && !show.output.contains("What a good answer says"),
                "\(show)")
            let check = try await command.run(["questions", "check"], variables: data)
            #expect(check.code == 0 && check.output.contains("It has no key points"), "\(check)")
            let arguments = [
                "questions", "add", "--text", "Why hens?", "--kind", "hr", "--category", "x", "--level",
                "mid",
            ]
            let neither = try await command.run(arguments, variables: data)
            #expect(
                neither.code == 64 && neither.log.contains("--key-point or --sample-answer"), "\(neither)")
            let added = try await command.run(
                arguments + ["--sample-answer", "They give eggs."], variables: data)
            #expect(added.code == 0, "\(added)")
        }

        @Test func whatGeneratedAQuestionIsShownAfterItWasAddedOrImported() async throws {
            let (command, data) = try command()
            let added = try await command.run(
                [
                    "questions", "add", "--text", "Why bees?", "--kind", "hr", "--category", "x", "--level",
                    "mid", "--key-point", "They hum.", "--model", "test-1 at localhost",
                ], variables: data)
            #expect(added.code == 0, "\(added)")
            for format in ["yaml", "json", "csv"] {
                let path = command.path("out.\(format)")
                let other = data.merging(["VIVA_QUESTIONS": command.path("from-\(format)")]) { $1 }
                let export = ["questions", "export", "--category", "x", "--output", path]
                #expect(try await command.run(export, variables: data).code == 0)
                let run = try await command.run(["questions", "import", path], variables: other)
                #expect(run.code == 0, "\(run)")
                let show = try await command.run(["questions", "show", "why-bees"], variables: other)
                #expect(show.output.contains("generated by test-1 at localhost"), "\(show)")
                let check = try await command.run(["questions", "check"], variables: other)
                #expect(
                    check.output.contains("2 questions, 1 of them generated, 12 templates, no mistakes"),
                    "\(check)")
            }
        }

        @Test func whatCannotBeReadOrWrittenHasACodeOfItsOwn() async throws {
            let (command, data) = try command()
            try TestFile.write([0x80, 0x00, 0xFF], to: command.path("binary.csv"))
            try TestFile.write(Self.question("own", "Why bees?"), to: command.path("good.yaml"))
            func code(_ arguments: String...) async throws -> Int32 {
                try await command.run(["questions", "import"] + arguments, variables: data).code
            }
            #expect(try await code(command.path("none.csv")) == 66)
            #expect(try await code(command.path("binary.csv")) == 65)
            #expect(try await code("-") == 64)
            #expect(try await code(command.path("good.txt")) == 64)
            #expect(try await code(command.path("good.yaml"), "--to", "/dev/null") == 64)
            #expect(
                try await code(command.path("good.yaml"), "--to", command.path("binary.csv/x.yaml")) == 73)
            #expect(try await code(command.path("good.yaml"), "--to", "/proc/none/x.yaml") == 73)
        }

        @Test func whatIsWrongWithTheFileToWriteToIsToldOfThatFile() async throws {
            let (command, data) = try command()
            try TestFile.write(Self.question("own", "Why bees?"), to: command.path("good.yaml"))
            let target = command.path("target.yaml")
            try TestFile.write("questions: [", to: target)
            let arguments = ["questions", "import", command.path("good.yaml"), "--to"]
            let broken = try await command.run(arguments + [target], variables: data)
            #expect(broken.code == 65 && broken.log.contains("name another file with --to"), "\(broken)")
            #expect(!broken.log.contains("move the file out of"), "\(broken)")
            for name in ["folder.yaml", "folder"] {
                let folder = try command.newFolder(name)
                let run = try await command.run(arguments + [folder], variables: data)
                #expect(run.code == 73 && run.log.contains("--to \(folder): This is a folder"), "\(run)")
            }
            // A link to a file that is not there yet is followed.
            try FileManager.default.createSymbolicLink(
                atPath: command.path("link.yaml"), withDestinationPath: command.path("new.yaml"))
            let link = try await command.run(arguments + [command.path("link.yaml")], variables: data)
            #expect(link.code == 0, "\(link)")
            #expect(try TestFile.text(command.path("new.yaml")).contains("Why bees?"))
            let one = try await command.run(
                ["questions", "export", "--output", command.path("x.yaml")], variables: data)
            #expect(one.code == 0 && one.log.contains("1 question written to "), "\(one)")
        }

        // MARK: - Add

        @Test func aQuestionOfOptionsIsAddedWithWhatWouldMakeItBetter() async throws {
            let (command, data) = try command()
            let arguments = [
                "questions", "add", "--text", "Why do you keep bees?", "--kind", "hr", "--category",
                "motives",
                "--level", "junior", "--key-point", "They make honey. | honey on the table | weight=2",
                "--tag", "own",
            ]
            let bad = try await command.run(arguments + ["--key-point", "x | weight=nan"], variables: data)
            #expect(bad.code == 65 && bad.log.contains("keyPoints[1].weight: `nan`"), "\(bad)")
            let run = try await command.run(arguments, variables: data)
            let path = "~/\(Self.ownFolder)/my-questions.yaml"
            #expect(run.code == 0 && run.output == "why-do-you-keep-bees written to \(path)\n", "\(run)")
            #expect(run.log.contains("warning: It has 1 key point"), "\(run)")
            let show = try await command.run(["questions", "show", "why-do-you-keep-bees"], variables: data)
            #expect(show.output.contains("They make honey. (counts 2)"), "\(show)")
            let again = try await command.run(arguments, variables: data)
            #expect(again.code == 65 && again.log.contains("already used"), "\(again)")
        }

        @Test func nobodyIsAskedWhereNobodyIs() async throws {
            let (command, data) = try command()
            #expect(try await command.run(["questions", "add"], variables: data).code == 64)
            #expect(try await command.run(["questions", "add", "--text", "a"], variables: data).code == 64)
            #expect(try await command.run(["questions", "add", "--kind", "hr"], variables: data).code == 64)
        }

        // MARK: - Export

        @Test(arguments: ["yaml", "json", "csv"])
        func whatIsExportedIsImportedAgain(format: String) async throws {
            let (command, data) = try command()
            let folder = try command.newFolder(Self.ownFolder)
            try TestFile.write(Self.question("own", "Why do you keep bees?"), to: folder + "/b.yaml")
            let path = command.path("out.\(format)")
            let arguments = ["questions", "export", "--kind", "hr", "--output", path]
            let run = try await command.run(arguments, variables: data)
            #expect(run.code == 0 && run.output.isEmpty && run.log.contains("2 questions written"), "\(run)")
            let printed = try await command.run(
                ["questions", "export", "--format", format], variables: data)
            #expect(printed.output == (try TestFile.text(path)), "\(printed)")
            #expect(try await command.run(arguments, variables: data).code == 73)
            #expect(try await command.run(arguments + ["--overwrite"], variables: data).code == 0)
            let other = data.merging([
                "VIVA_DATA": command.path("other"), "VIVA_QUESTIONS": command.path("mine"),
            ]) { $1 }
            try TestFile.write(
                Self.question("else", "Something other?"),
                to: command.newFolder("other/questions") + "/a.yaml")
            let back = try await command.run(["questions", "import", path], variables: other)
            #expect(back.code == 0 && back.output.hasPrefix("2 questions written to "), "\(back)")
            let none = try await command.run(["questions", "export", "--tag", "none"], variables: data)
            #expect(none.code == 1 && none.output.isEmpty, "\(none)")
        }
    }
}
