import FoundationEssentials
import TestSupport
import Testing

extension KeepingCommandTests {
    /// Data without templates, or with ones that have a mistake.
    @Suite struct TemplatesCommandTests {
        private static let remedy = "put the folder `templates` that comes with Viva into its place"

        /// A bank with one question, which knows nothing of Kafka or nurses, and no templates.
        private func data(_ command: Command) throws -> [String: String] {
            let data = try command.newFolder("data")
            try FileManager.default.createSymbolicLink(
                atPath: data + "/models", withDestinationPath: SourceTree.file("models"))
            try TestFile.write(
                """
                questions:
                  - id: own
                    text: What about bread?
                    kind: technical
                    category: subject
                    level: mid
                    keyPoints: [{id: point, statement: It is baked.}]
                """, to: command.newFolder("data/questions") + "/a.yaml")
            return ["VIVA_DATA": data]
        }

        private func practice(_ command: Command, _ options: [String] = []) -> [String] {
            [
                "practice", "--text", "--silent", "--questions", "1", "--follow-ups", "0", "--home",
                command.path("sessions"),
            ] + options
        }

        @Test func withoutTemplatesEverythingThatNeedsNoneIsDone() async throws {
            let command = try Command()
            let data = try data(command)
            let answer = "It is baked in an oven for an hour, as my father did it.\n\n"
            let skill = ["--skills", "Kafka", "--no-generated"]
            for options in [[], skill] {
                let run = try await command.run(
                    practice(command, options), input: answer, variables: data)
                #expect(run.code == 0, "\(run)")
            }
            let broken = try await command.run(practice(command), input: "", variables: data)
            #expect(broken.code == 66, "\(broken)")
            let resumed = try await command.run(
                ["practice", "--text", "--silent", "--resume", "--home", command.path("sessions")],
                input: answer, variables: data)
            #expect(resumed.code == 0, "\(resumed)")
            let chosen = try await command.run(["questions", "choose"], variables: data)
            #expect(chosen.code == 0 && chosen.output.contains("1. own"), "\(chosen)")
            let check = try await command.run(["questions", "check"], variables: data)
            #expect(check.code == 0 && check.output.contains("1 question, no mistakes"), "\(check)")
            #expect(check.log.contains("/data/templates is not there: no questions are made"), "\(check)")
        }

        @Test func whereTheyAreNeededTheErrorSaysWhatToDo() async throws {
            let command = try Command()
            let data = try data(command)
            for arguments in [
                practice(command, ["--skills", "Kafka"]), ["questions", "choose", "--role", "Nurse"],
            ] {
                let run = try await command.run(arguments, variables: data)
                #expect(run.code == 65 && run.log.contains("skills.yaml: "), "\(run)")
                #expect(run.log.contains(Self.remedy) && run.log.contains("--no-generated"), "\(run)")
            }
            let made = try await command.run(
                ["questions", "generate", "--skill", "Kafka"], variables: data)
            #expect(made.code == 65 && made.output.isEmpty && made.log.contains(Self.remedy), "\(made)")
            #expect(made.log.contains("--judge-url") && !made.log.contains("--no-generated"), "\(made)")
        }

        @Test func aMistakeInThemIsToldWhereTheyAreUsed() async throws {
            let command = try Command()
            let data = try data(command)
            let folder = try command.newFolder("data/templates")
            try TestFile.write("templates: []", to: folder + "/skills.yaml")
            try TestFile.write("templates: []", to: folder + "/roles.yaml")
            let chosen = try await command.run(["questions", "choose"], variables: data)
            #expect(chosen.code == 0, "\(chosen)")
            let run = try await command.run(["questions", "choose", "--skills", "Kafka"], variables: data)
            #expect(run.code == 65 && run.log.contains("skills.yaml:1: templates: The list"), "\(run)")
            #expect(run.log.contains("made from templates: mend this, or leave"), "\(run)")
            let check = try await command.run(["questions", "check"], variables: data)
            #expect(check.code == 65 && check.output.contains("2 mistakes"), "\(check)")
        }
    }
}
