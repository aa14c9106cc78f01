import FoundationEssentials
import Programs
import TestSupport
import Testing

extension KeepingCommandTests {
    /// `viva questions choose` and the options that it shares with `viva practice`.
    @Suite struct ChoosingTests {
        private struct Chosen: Decodable {
            struct Preferences: Decodable {
                struct Skills: Decodable {
                    struct Wanted: Decodable {
                        struct Skill: Decodable { var name: String }
                        var skill: Skill
                    }
                    var skills: [Wanted]
                }
                var mix: String
                var role: String?
                var level: String
                var skills: Skills?
            }
            struct Line: Decodable {
                struct Question: Decodable {
                    var id: String
                    var kind: String
                    var origin: String?
                }
                var question: Question
                var reason: String
            }
            var seed: UInt64
            var preferences: Preferences
            var questions: [Line]
        }

        /// A small bank, since the whole one takes a debug build seconds.
        private func data(_ command: Command) throws -> [String: String] {
            let data = try command.newFolder("data")
            for name in ["models", "templates"] {
                try FileManager.default.createSymbolicLink(
                    atPath: data + "/" + name, withDestinationPath: SourceTree.file(name))
            }
            let kinds = ["technical", "technical", "technical", "behavioural", "hr", "caseStudy"]
            let questions = kinds.enumerated().map { number, kind in
                """
                  - id: q\(number)
                    text: What about number \(number)?
                    kind: \(kind)
                    category: subject
                    level: mid
                    roles: [\(kind == "technical" ? "Backend Developer" : "")]
                    tags: [\(number == 2 ? "Kafka" : "")]
                    keyPoints: [{id: point, statement: It is number \(number).}]
                """
            }
            try TestFile.write(
                "questions:\n" + questions.joined(separator: "\n"),
                to: command.newFolder("data/questions") + "/a.yaml")
            return ["VIVA_DATA": data]
        }

        private func choose(_ command: Command, _ options: [String]) async throws -> Chosen {
            let run = try await command.run(
                ["questions", "choose", "--json"] + options, variables: data(command))
            #expect(run.code == 0, "\(run)")
            return try JSONDecoder().decode(Chosen.self, from: Data(run.output.utf8))
        }

        @Test func theSameSeedChoosesTheSameAndEachHasItsReason() async throws {
            let first = try await choose(Command(), ["--seed", "5", "--questions", "6"])
            let again = try await choose(Command(), ["--seed", "5", "--questions", "6"])
            #expect(first.questions.map(\.question.id) == again.questions.map(\.question.id))
            #expect(Set(first.questions.map(\.question.id)).count == 6 && first.seed == 5)
            #expect(first.questions.first?.reason.hasSuffix(", to begin with.") == true)
        }

        @Test(arguments: [("hr", ["hr"]), ("case", ["caseStudy"]), ("behavioural", ["behavioural", "hr"])])
        func aKindKeepsToItself(kind: String, kinds: [String]) async throws {
            let chosen = try await choose(Command(), ["--kind", kind, "--questions", "6"])
            #expect(Set(chosen.questions.map(\.question.kind)) == Set(kinds))
        }

        @Test func aJobDescriptionSaysRoleLevelAndSkillsAndOptionsCountMore() async throws {
            let command = try Command()
            let job = command.path("job.txt")
            try TestFile.write("Senior Back-end Engineer\nRequirements:\n- Kafka, COBOL\n", to: job)
            let chosen = try await choose(command, ["--job", job, "--kind", "job", "--seed", "1"])
            #expect(chosen.preferences.role == "Backend Developer" && chosen.preferences.level == "senior")
            #expect(chosen.preferences.skills?.skills.map(\.skill.name) == ["Kafka", "COBOL"])
            #expect(chosen.questions.contains { $0.question.origin == "template" })
            let other = try await choose(
                Command(), ["--job", job, "--level", "junior", "--skills", "redis,k8s", "--no-generated"])
            #expect(other.preferences.level == "junior")
            #expect(other.preferences.skills?.skills.prefix(2).map(\.skill.name) == ["Redis", "Kubernetes"])
            #expect(!other.questions.contains { $0.question.origin != nil })
            let text = try await command.run(
                ["questions", "choose", "--job", "-", "--seed", "1"],
                input: "Senior Back-end Engineer, Kafka",
                variables: ["VIVA_DATA": command.path("data")])
            #expect(text.code == 0 && text.output.contains("1. "), "\(text)")
            #expect(
                text.log.contains("names: role Backend Developer (\"Back end Engineer\"); level senior"),
                "\(text)")
        }

        @Test func anUnknownRoleIsServedByGeneratedQuestionsOrRefusedWithTheList() async throws {
            let chosen = try await choose(Command(), ["--role", "Nurse", "--questions", "9"])
            #expect(chosen.questions.contains { $0.question.id.hasPrefix("generated-nurse-") })
            let command = try Command()
            let refused = try await command.run(
                ["questions", "choose", "--role", "Nurse", "--no-generated"], variables: data(command))
            #expect(refused.code == 64 && refused.log.contains("There are: Backend Developer"), "\(refused)")
        }

        @Test(arguments: [
            (["--kind", "job"], "needs to know the job"), (["--skills", "!!"], "is no skill"),
            (["--job", "-", "--resume-file", "-"], "read once"), (["--kind", "cooking"], "cooking"),
            (["--kind", "coding"], "no question of the kind coding"), (["--role", "???"], "is no job"),
        ])
        func whatCannotBeIsToldWithWhatToDo(options: [String], message: String) async throws {
            let command = try Command()
            let run = try await command.run(["questions", "choose"] + options, variables: data(command))
            #expect(run.code == 64 && run.log.contains(message), "\(run)")
        }

        @Test(arguments: [
            ("GIF89a", "a GIF image"), ("PK\u{3}\u{4}", "save it as PDF first"),
            ("\u{0}abc", "a binary file"), (" \n", "holds no words"),
        ])
        func whatIsNoTextIsRefused(content: String, message: String) async throws {
            let command = try Command()
            try TestFile.write(content, to: command.path("resume.pdf"))
            let run = try await command.run(
                ["questions", "choose", "--resume-file", command.path("resume.pdf")], variables: data(command)
            )
            #expect(run.code == 65 && run.log.contains(message), "\(run)")
            let missing = try await command.run(
                ["questions", "choose", "--job", command.path("none")],
                variables: ["VIVA_DATA": command.path("data")])
            #expect(missing.code == 66 && missing.log.contains("cannot be read"), "\(missing)")
        }

        /// As a PDF document where poppler is there; without it the program says what to install.
        @Test func aResumeAsPDFSaysRoleSkillsAndCompanies() async throws {
            let command = try Command()
            let lines = ["Senior Back-end Engineer", "Acme Corp - Back-end Engineer, 2019 - 2023", "Kafka"]
            let content = "BT /F1 11 Tf 14 TL 60 780 Td " + lines.map { "(\($0)) Tj T*" }.joined() + " ET"
            try TestFile.write(
                """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
                3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
                /Resources << /Font << /F1 4 0 R >> >> >> endobj
                4 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
                5 0 obj << /Length \(content.utf8.count) >>
                stream
                \(content)
                endstream endobj
                trailer << /Size 6 /Root 1 0 R >>
                %%EOF
                """, to: command.path("resume.pdf"))
            let run = try await command.run(
                ["questions", "choose", "--resume-file", command.path("resume.pdf"), "--seed", "1"],
                variables: data(command))
            guard SearchPath.environment.find("pdftotext") != nil else {
                #expect(run.code == 69 && run.log.contains("apt-get install poppler-utils"), "\(run)")
                return
            }
            #expect(run.code == 0, "\(run)")
            #expect(run.log.contains("names: role Backend Developer"), "\(run)")
            #expect(run.log.contains("skills Kafka; companies Acme Corp"), "\(run)")
        }

        @Test func anAnswerFromStandardInputLeavesNoneForTheJob() async throws {
            let run = try await Command().run("practice", "--text", "--job", "-")
            #expect(run.code == 64 && run.log.contains("Standard input is where you answer from"), "\(run)")
        }

        @Test func whatWasAnsweredInAnEarlierInterviewIsNotAskedAgain() async throws {
            let command = try Command()
            let data = try data(command)
            var asked: Set<String> = []
            let practice = [
                "practice", "--text", "--silent", "--kind", "technical", "--questions", "1", "--follow-ups",
                "0",
            ]
            for _ in 0..<3 {
                let before = try await command.run(
                    [
                        "questions", "choose", "--json", "--kind", "technical", "--questions", "1", "--seed",
                        "3",
                        "--home", command.path("sessions"),
                    ], variables: data)
                let chosen = try JSONDecoder().decode(Chosen.self, from: Data(before.output.utf8))
                asked.insert(try #require(chosen.questions.first).question.id)
                let run = try await command.run(
                    practice + ["--seed", "3", "--home", command.path("sessions")],
                    input: "It is a number that I know well from work.\n\n\n", variables: data)
                #expect(run.code == 0, "\(run.log)")
            }
            #expect(asked == ["q0", "q1", "q2"])
            let fresh = try await command.run(
                [
                    "questions", "choose", "--json", "--fresh", "--kind", "technical", "--questions", "1",
                    "--seed", "3",
                    "--home", command.path("sessions"),
                ], variables: data)
            let without = try await choose(
                Command(), ["--kind", "technical", "--questions", "1", "--seed", "3"])
            #expect(
                try JSONDecoder().decode(Chosen.self, from: Data(fresh.output.utf8)).questions.map(
                    \.question.id)
                    == without.questions.map(\.question.id))
        }
    }
}
