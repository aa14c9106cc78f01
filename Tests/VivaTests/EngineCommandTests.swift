import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    /// Which engine hears, as the user chooses it.
    @Suite struct EngineCommandTests {
        @Test(arguments: [
            ["--engine", "endpoint"], ["--engine", "endpoint", "--endpoint", "not an address"],
            ["--engine", "command"], ["--engine", "command", "--ear-command", "cat 'x"],
            ["--engine", "pocketsphinx", "--endpoint", "http://127.0.0.1:9/v1"],
            ["--whisper-model", "tiny.en"], ["--engine", "nonsense"],
            ["--engine", "endpoint", "--endpoint", "https://example.org/v1", "--offline"],
        ])
        func aChoiceThatCannotBeMeantEndsWith64(options: [String]) async throws {
            let command = try Command()
            let run = try await command.run(["transcribe", Command.alwaysLate] + options)
            #expect(run.code == 64, "\(run.log)")
        }

        @Test(arguments: [
            (["--engine", "whisper"], "viva models install"),
            (["--engine", "whisper", "--whisper-model", "base.en"], "base.en"),
            (["--engine", "command", "--ear-command", "no-such-program {file}"], "no-such-program"),
            (["--engine", "command", "--ear-command", "cat"], "{file}"),
            (["--engine", "endpoint", "--endpoint", "http://example.org/v1"], "not encrypted"),
        ])
        func anEarThatIsNotThereEndsWith69AndSaysWhatToDo(options: [String], words: String) async throws {
            let command = try Command()
            let run = try await command.run(["transcribe", Command.alwaysLate] + options)
            #expect(run.code == 69, "\(run.log)")
            #expect(run.log.contains(words), "\(run.log)")
        }

        @Test func theWordsOfAProgramAreFoundInTheSound() async throws {
            let command = try Command()
            let text = "there was one guy who was always late with his work"
            let run = try await command.run([
                "transcribe", "--json", Command.alwaysLate, "--engine", "command", "--ear-command",
                "sh -c 'echo \(text)' {file}",
            ])
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("\"raw\":\"\(text)\""), "\(run.output)")
            #expect(run.output.contains("the command sh, laid onto the sound by PocketSphinx"))
        }

        @Test(arguments: [["analyze"], ["transcribe"], ["transcribe", "--jobs", "2", "--output-dir"]])
        func controlCEndsTheProgramAndRemovesItsFolder(arguments: [String]) async throws {
            let command = try Command()
            let mark = command.path("ear")
            let ear = command.path("ear.sh")
            try "echo $$ > '\(mark).new'; mv '\(mark).new' '\(mark)'; exec sleep 300".write(
                toFile: ear, atomically: true, encoding: .utf8)
            var arguments = arguments
            if arguments.last == "--output-dir" { arguments.append(command.path("out")) }
            let script = """
                "$@" & viva=$!
                for _ in $(seq 600); do [ -e '\(mark)' ] && break; sleep 0.1; done
                kill -INT $viva; wait $viva; echo "code $?"
                for _ in $(seq 50); do kill -0 $(cat '\(mark)') 2>/dev/null || break; sleep 0.1; done
                kill -KILL $(cat '\(mark)') 2>/dev/null && echo "left running"
                ls "$TMPDIR"
                """
            let run = try await command.run(
                ["-c", script, "sh", BuiltCommand.path] + arguments + [
                    Command.alwaysLate, "--engine", "command", "--ear-command", "/bin/sh \(ear) {file}",
                ], variables: ["TMPDIR": try command.newFolder("tmp")], program: "/bin/sh")
            #expect(run.output.contains("code 130"), "\(run.output)\(run.log)")
            #expect(!run.output.contains("left running"))
            #expect(!run.output.contains("viva-ear-"), "\(run.output)")
        }

        @Test func aWorkerRunsTheProgramWithTheArgumentsThatWereGiven() async throws {
            let command = try Command()
            let run = try await command.run([
                "transcribe", "--output-dir", command.path("out"), "--format", "json", "--jobs", "2",
                Command.alwaysLate, "--engine", "command", "--ear-command",
                "sh -c \"echo 'there was one guy who was' always late with his work\" {file}",
            ])
            #expect(run.code == 0, "\(run.log)")
            let result = try String(
                decoding: Data(contentsOf: URL(filePath: command.path("out/always-late.json"))), as: UTF8.self
            )
            #expect(result.contains("always late with his work"), "\(result)")
            #expect(result.contains("the command sh, laid onto the sound by PocketSphinx"), "\(result)")
        }

        @Test(arguments: [[], ["--output-dir", "out", "--format", "json"]])
        func anEarThatFailsIsReplacedAndTheResultSaysSo(options: [String]) async throws {
            let command = try Command()
            let run = try await command.run(
                ["transcribe", Command.alwaysLate, "--engine", "command", "--ear-command", "false {file}"]
                    + options.map { $0 == "out" ? command.path("out") : $0 })
            #expect(run.code == 0, "\(run.log)")
            #expect(run.log.contains("PocketSphinx alone heard"), "\(run.log)")
            guard !options.isEmpty else { return }
            let result = try TestFile.text(command.path("out/always-late.json"))
            #expect(
                result.contains("PocketSphinx alone heard") && result.contains("always late"), "\(result)")
        }

        private static let deaf = ["--engine", "command", "--ear-command", "false {file}"]

        /// The documents with warnings, as far as they are read here.
        private struct Warned: Decodable {
            struct Transcript: Decodable {
                var recognizer: String
                var remarks: [String]
            }
            struct Item: Decodable {
                var warnings: [String]
                var transcript: Transcript
            }
            var results: [Item]?
            var warnings: [String]?
        }

        @Test func whatIsPrintedOfARecordingSaysWhoHeardItAndWhichEarFailed() async throws {
            let command = try Command()
            let answers = [
                "practice", "--questions", "1", "--home", command.path("sessions"), "--answers",
                Command.alwaysLate,
            ]
            for arguments in [["analyze", Command.alwaysLate], answers] {
                let run = try await command.run(arguments + Self.deaf)
                #expect(run.code == 0, "\(run.log)")
                let lines = run.output.split(separator: "\n")
                #expect(
                    lines.contains("  Heard by the command false, laid onto the sound by PocketSphinx."),
                    "\(run.output)")
                #expect(
                    lines.count { $0.hasPrefix("  ! PocketSphinx alone heard one utterance") } == 1,
                    "\(run.output)")
            }
            let run = try await command.run(["analyze", Command.alwaysLate, "--engine", "pocketsphinx"])
            #expect(run.output.contains("\n  Heard by PocketSphinx 5prealpha, en-us.\n"), "\(run.output)")
            #expect(!run.output.contains("PocketSphinx alone"))
        }

        @Test func theWarningsOfAnAnalysisSayWhichEarFailed() async throws {
            let command = try Command()
            let run = try await command.run(["analyze", "--json", Command.alwaysLate] + Self.deaf)
            #expect(run.code == 0, "\(run.log)")
            let document = try JSONDecoder().decode(Warned.self, from: Data(run.output.utf8))
            let item = try #require(document.results?.first)
            #expect(item.transcript.recognizer.hasPrefix("the command false"))
            #expect(item.transcript.remarks.count == 1)
            #expect(item.warnings.contains { $0.contains("PocketSphinx alone heard") }, "\(item.warnings)")
        }

        @Test func anAlignmentSaysWhichEarFailedInItsFirstPass() async throws {
            let command = try Command()
            let run = try await command.run(
                [
                    "align", "--json", Command.alwaysLate,
                    "There was one guy who was always late with his work.",
                ]
                    + Self.deaf)
            #expect(run.code == 0, "\(run.log)")
            let document = try JSONDecoder().decode(Warned.self, from: Data(run.output.utf8))
            #expect(document.warnings?.count == 1, "\(run.output)")
            #expect(document.warnings?.first?.contains("PocketSphinx alone heard") == true)
            #expect(run.log.contains("always-late.flac: PocketSphinx alone heard"), "\(run.log)")
        }

        @Test(arguments: [[], ["--output-dir", "out"]])
        func aDamagedModelIsNoReasonToHearNothing(options: [String]) async throws {
            let command = try Command()
            let folder = command.path("models/whisper-tiny.en")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try TestFile.write("{}", to: folder + "/model.json")
            let run = try await command.run(
                ["transcribe", Command.alwaysLate] + options.map { $0 == "out" ? command.path("out") : $0 },
                variables: ["VIVA_MODELS": command.path("models")])
            #expect(run.code == 0, "\(run.log)")
            let text =
                options.isEmpty
                ? run.output
                : try String(
                    decoding: Data(contentsOf: URL(filePath: command.path("out/always-late.txt"))),
                    as: UTF8.self)
            #expect(text.contains("always late"))
            #expect(
                run.log.contains("PocketSphinx alone heard") && run.log.contains("model.json"), "\(run.log)")
        }
    }
}
