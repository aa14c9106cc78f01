import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct ReportCommandTests {
        private struct Held: Decodable { var number: Int64 }

        private struct Written: Decodable {
            struct File: Decodable {
                var format: String
                var path: String
                var bytes: Int
                var pages: Int?
            }
            var number: Int64
            var files: [File]
        }

        private struct Report: Decodable {
            struct People: Decodable {
                var title: String
                var company: String?
            }
            struct Question: Decodable { var help: String? }
            var people: People
            var questions: [Question]
        }

        /// Holds an interview of one typed answer and gives its number.
        private func hold(
            _ command: Command, _ answer: String, _ options: String...
        ) async throws -> Int64 {
            let run = try await command.run(
                [
                    "practice", "--json", "--text", "--questions", "1", "--seed", "7", "--kind", "technical",
                    "--silent", "--follow-ups", "0",
                ] + options, input: answer + "\n\n")
            #expect(run.code == 0, "\(run.log)")
            return try JSONDecoder().decode(Held.self, from: Data(run.output.utf8)).number
        }

        @Test func writesWhatIsAskedForAndReplacesNothing() async throws {
            let command = try Command()
            let number = try await hold(command, "I measure first.")
            let folder = try command.newFolder("out")
            let arguments = [
                "report", "\(number)", "--json", "--format", "pdf,html,markdown,json", "--output", folder,
            ]
            let run = try await command.run(arguments)
            #expect(run.code == 0, "\(run.log)")
            let written = try JSONDecoder().decode(Written.self, from: Data(run.output.utf8))
            #expect(written.number == number)
            #expect(written.files.map(\.format) == ["pdf", "html", "markdown", "json"])
            let names = ["pdf", "html", "md", "json"].map { "\(folder)/interview-\(number).\($0)" }
            #expect(written.files.map(\.path) == names)
            for (file, beginning) in zip(written.files, ["%PDF-", "<!", "<a id", "{"]) {
                let bytes = try TestFile.bytes(file.path)
                #expect(bytes.count == file.bytes)
                #expect(bytes.starts(with: Array(beginning.utf8)), "\(file.path)")
            }
            #expect((written.files[0].pages ?? 0) > 0)

            let again = try await command.run(arguments)
            #expect(again.code == 73)
            #expect(again.log.contains("--overwrite"))
            #expect(try await command.run(arguments + ["--overwrite", "--paper", "letter"]).code == 0)
        }

        @Test func aReportGoesToStandardOutput() async throws {
            let command = try Command()
            let number = try await hold(
                command, "?\nI measure first.", "--title", "Before <Monday>", "--company", "Initech")
            let run = try await command.run("report", "\(number)", "--format", "json", "--output", "-")
            #expect(run.code == 0, "\(run.log)")
            let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
            #expect(report.people.title == "Before <Monday>")
            #expect(report.people.company == "Initech")
            #expect(
                report.questions.first?.help == "The answer was given with help: a hint had been shown.")
        }

        @Test func inAnInterviewForRealThereIsNoHelp() async throws {
            let command = try Command()
            let number = try await hold(command, "?\nI measure first.", "--mode", "real")
            let run = try await command.run("report", "\(number)", "--format", "json", "--output", "-")
            #expect(run.code == 0, "\(run.log)")
            let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
            #expect(report.questions.map(\.help) == [nil])
        }

        @Test(arguments: [
            (["99"], 66), (["1", "--format", "docx"], 64),
            (["1", "--format", "pdf,html", "--output", "-"], 64),
            (["1", "--json", "--format", "html", "--output", "-"], 64),
            (["1", "--format", "html", "--paper", "a4"], 64), (["1", "--output", ""], 64),
        ])
        func saysWhatIsWrong(arguments: [String], code: Int) async throws {
            let command = try Command()
            let run = try await command.run(["report"] + arguments)
            #expect(Int(run.code) == code)
            #expect(!run.log.isEmpty)
        }

        @Test func aDeviceIsNotReplaced() async throws {
            let command = try Command()
            let number = try await hold(command, "I measure first.")
            let link = command.path("link.html")
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: command.path("elsewhere.html"))
            let run = try await command.run("report", "\(number)", "--output", link, "--overwrite")
            #expect(run.code == 73)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("elsewhere.html"))
            let nowhere = try await command.run("report", "\(number)", "--output", command.path("no/a.html"))
            #expect(nowhere.code == 73)
            #expect(nowhere.log.contains("no folder"))
        }
    }
}
