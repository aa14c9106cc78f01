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

        @Test func aDamagedModelIsNoReasonToHearNothing() async throws {
            let command = try Command()
            let folder = command.path("models/whisper-tiny.en")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try TestFile.write("{}", to: folder + "/model.json")
            let run = try await command.run(
                ["transcribe", Command.alwaysLate], variables: ["VIVA_MODELS": command.path("models")])
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("always late"))
            #expect(
                run.log.contains("PocketSphinx alone heard") && run.log.contains("model.json"), "\(run.log)")
        }
    }
}
