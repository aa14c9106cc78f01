import FoundationEssentials
import Testing

@Suite struct CommandLineTests {
    @Test(arguments: ["practice", "transcribe", "analyze", "speak", "doctor"])
    func everyCommandHasHelpWithExamples(name: String) async throws {
        let command = try Command()
        defer { command.remove() }
        let help = try await command.run(name, "--help")
        #expect(help.code == 0)
        #expect(help.output.contains("EXAMPLES"))
        #expect(help.output.contains("--json"))
        #expect(help.output.contains("--offline"))
    }

    @Test(arguments: [
        ["transcribe"], ["practice"], ["practice", "--text", "--microphone"], ["speak"],
        ["transcribe", "-", "-"], ["practice", "--text", "--questions", "0"], ["nonsense"],
        ["analyze", "a.wav", "--question", "a", "--question-id", "b"],
        ["transcribe", "--raw-rate", "5", "-"], ["analyze"], ["transcribe", "@-", "-"],
        ["transcribe", "--question", "a", "--questions", "b", "c.wav"],
        ["transcribe", "--reference", "a", "c.wav"],
        ["transcribe", "--format", "txt,doc", "c.wav"], ["transcribe", "--shard", "4/3", "c.wav"],
        ["transcribe", "--format", "txt", "--resume", "--overwrite", "c.wav"],
        ["transcribe", "--resume", "c.wav"],
    ])
    func aWrongCommandLineEndsWith64(arguments: [String]) async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run(arguments)
        #expect(run.code == 64, "\(run.log)")
        #expect(run.output.isEmpty)
        #expect(!run.log.isEmpty)
    }

    @Test func aMissingFileEndsWith66AndAFolderToo() async throws {
        let command = try Command()
        defer { command.remove() }
        for path in ["/no/such/file.wav", command.folder] {
            let run = try await command.run("transcribe", path)
            #expect(run.code == 66)
            #expect(run.log.contains(path))
        }
    }

    @Test func whatIsNotAudioEndsWith65() async throws {
        let command = try Command()
        defer { command.remove() }
        let path = command.path("text.wav")
        try Data("This is a letter, not a recording.\n".utf8).write(to: URL(filePath: path))
        let run = try await command.run("transcribe", path)
        #expect(run.code == 65)
        #expect(run.log.contains("text.wav"))
    }

    @Test func aModelThatIsNotThereEndsWith69AndSaysWhatToInstall() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run(
            "transcribe", Command.sample("deadline-silent.flac"),
            variables: ["VIVA_MODEL_PATH": "/no/such/model"])
        #expect(run.code == 69)
        #expect(run.log.contains("pocketsphinx-en-us"))
    }

    @Test func aFileThatFailsDoesNotKeepTheOthersFromBeingHeard() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run(
            "transcribe", "--json", "/no/such/file.wav", Command.sample("conflict-too-short.flac"))
        #expect(run.code == 66)
        let lines = try run.output.split(separator: "\n").map {
            try JSONDecoder().decode(Transcript.self, from: Data($0.utf8))
        }
        #expect(lines.map(\.file) == ["/no/such/file.wav", Command.sample("conflict-too-short.flac")])
        #expect(lines.first?.failure?.exitCode == 66)
        #expect(lines.last?.text?.isEmpty == false)
    }

    @Test func silenceIsAResultWithItsReason() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run("transcribe", Command.sample("deadline-silent.flac"))
        #expect(run.code == 0)
        #expect(run.output.isEmpty)
        #expect(run.log.contains("no words"))
    }

    @Test func whatIsNotATerminalGetsNoColours() async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.run("analyze", Command.sample("conflict-too-short.flac"))
        #expect(run.code == 0)
        #expect(!run.output.contains("\u{1B}"))
        #expect(run.output.contains("words a minute"))
    }

    @Test(arguments: [["transcribe"], ["analyze", "--json"]])
    func aResultThatCannotBeWrittenEndsWith73(arguments: [String]) async throws {
        let command = try Command()
        defer { command.remove() }
        let run = try await command.shell(
            arguments + [Command.sample("conflict-too-short.flac")], redirection: ">/dev/full")
        #expect(run.code == 73)
        #expect(run.log.contains("standard output"))
    }

    @Test func theHomeFolderIsWhatTheEnvironmentSays() async throws {
        let command = try Command()
        defer { command.remove() }
        _ = try await command.run("practice", "--text", variables: ["XDG_CACHE_HOME": ""])
        for folder in [".local/share/viva/sessions", ".cache/viva/speech"] {
            #expect(FileManager.default.fileExists(atPath: command.path(folder)), "\(folder)")
        }
    }

    private struct Transcript: Decodable {
        struct Failure: Decodable { var exitCode: Int }
        var file: String
        var text: String?
        var failure: Failure?
    }
}
