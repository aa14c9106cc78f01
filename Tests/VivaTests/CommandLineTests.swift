import Foundation
import TestSupport
import Testing

extension CommandTests {
    @Suite struct CommandLineTests {
        @Test(arguments: ["practice", "transcribe", "analyze", "speak", "doctor"])
        func everyCommandHasHelpWithExamples(name: String) async throws {
            let command = try Command()
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
            ["analyze", "a.wav", "--question", "Why did you leave?", "--key-point", "The of and"],
        ])
        func aWrongCommandLineEndsWith64(arguments: [String]) async throws {
            let command = try Command()
            let run = try await command.run(arguments)
            #expect(run.code == 64, "\(run.log)")
            #expect(run.output.isEmpty)
            #expect(!run.log.isEmpty)
        }

        @Test func aMissingFileEndsWith66AndAFolderToo() async throws {
            let command = try Command()
            for path in ["/no/such/file.wav", command.folder] {
                let run = try await command.run("transcribe", path)
                #expect(run.code == 66)
                #expect(run.log.contains(path))
            }
        }

        @Test func whatIsNotAudioEndsWith65() async throws {
            let command = try Command()
            let path = command.path("text.wav")
            try TestFile.write("This is a letter, not a recording.\n", to: path)
            let run = try await command.run("transcribe", path)
            #expect(run.code == 65)
            #expect(run.log.contains("text.wav"))
        }

        @Test func aModelThatIsNotThereEndsWith69AndSaysWhatToInstall() async throws {
            let command = try Command()
            let run = try await command.run(
                "transcribe", Command.silent,
                variables: ["VIVA_MODEL_PATH": "/no/such/model"])
            #expect(run.code == 69)
            #expect(run.log.contains("pocketsphinx-en-us"))
        }

        @Test func aFileThatFailsDoesNotKeepTheOthersFromBeingHeard() async throws {
            let command = try Command()
            let run = try await command.run(
                "transcribe", "--json", "/no/such/file.wav", Command.alwaysLate)
            #expect(run.code == 66)
            let lines = try run.output.split(separator: "\n").map {
                try JSONDecoder().decode(Transcript.self, from: Data($0.utf8))
            }
            #expect(lines.map(\.file) == ["/no/such/file.wav", Command.alwaysLate])
            #expect(lines.first?.failure?.exitCode == 66)
            #expect(lines.last?.text?.isEmpty == false)
        }

        @Test func thePictureAndTheGridAreWrittenAndTheRecordingIsNeverOverwritten() async throws {
            let command = try Command()
            let copy = command.path("answer.flac")
            try FileManager.default.copyItem(atPath: Command.alwaysLate, toPath: copy)
            try FileManager.default.createSymbolicLink(
                atPath: command.path("link.flac"), withDestinationPath: copy)
            let (svg, grid) = (command.path("a.svg"), command.path("a.TextGrid"))
            for (arguments, code) in [
                (["--svg", copy], 64), (["--textgrid", command.path("link.flac")], 64), (["--svg", "-"], 64),
                (["--svg", svg, "--textgrid", svg], 64), (["--svg", command.folder], 73),
                (["--svg", command.path("none/a.svg")], 73),
                (["--svg", "/dev/full", "--textgrid", grid], 73),
            ] {
                let run = try await command.run(["analyze", copy] + arguments)
                #expect(run.code == Int32(code), "\(arguments): \(run.log)")
            }
            #expect(FileManager.default.contentsEqual(atPath: copy, andPath: Command.alwaysLate))
            #expect(try String(contentsOfFile: grid, encoding: .utf8).hasPrefix("File type = \"ooTextFile\""))
            let run = try await command.run(["analyze", copy, "--svg", svg])
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("Over time"))
            let picture = try String(contentsOfFile: svg, encoding: .utf8)
            #expect(picture.hasPrefix("<") && picture.hasSuffix("</svg>\n"))
            #expect(picture.contains("answer.flac"))
        }

        @Test func analyzeSaysAllThatTranscribeSaysAndMore() async throws {
            let command = try Command()
            let sample = Command.alwaysLate
            var items: [[String: Any]] = []
            for arguments in [["transcribe"], ["analyze", "--question-id", "behavioural-conflict"]] {
                let run = try await command.run(arguments + ["--json", sample])
                let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
                let results = document?["results"] as? [[String: Any]]
                items.append(try #require(arguments.contains("analyze") ? results?.first : document))
                #expect((document?["question"] != nil) == arguments.contains("analyze"))
            }
            let heard: Set = ["file", "durationSeconds", "text", "raw", "warnings"]
            #expect(heard.isSubset(of: items[0].keys))
            #expect(
                Set(items[1].keys)
                    == heard.union([
                        "transcript", "delivery", "contours", "quality", "feedback", "evaluation",
                    ]))
            #expect(items[0]["disfluencies"] is [Any])
            let taken = (items[1]["delivery"] as? [String: Any])?["disfluencies"] as? [String: Any]
            #expect(
                taken?["repetitionCount"] is Int && taken?["restartCount"] is Int && taken?["found"] is [Any])
            // The words may differ: who knows the question hears more.
            for key in ["file", "warnings"] {
                #expect((items[0][key] as? NSObject) == (items[1][key] as? NSObject), "\(key)")
            }
        }

        @Test func silenceIsAResultWithItsReason() async throws {
            let command = try Command()
            let run = try await command.run("transcribe", Command.silent)
            #expect(run.code == 0)
            #expect(run.output.isEmpty)
            #expect(run.log.contains("no words"))
        }

        @Test func whatIsNotATerminalGetsNoColours() async throws {
            let command = try Command()
            let run = try await command.run("analyze", Command.alwaysLate)
            #expect(run.code == 0)
            #expect(!run.output.contains("\u{1B}"))
            #expect(run.output.contains("words a minute"))
            #expect(run.output.contains("Repeats and restarts"))
        }

        /// A name that sets the window's title, rings and colours the rest of the screen, in a terminal that lets it.
        private static let evilName = "a\u{1B}]0;title\u{7}\u{1B}[31m\u{9B}5m\nb"
        private static let shownName = #"a\u{1B}]0;title\u{7}\u{1B}[31m\u{9B}5m\u{A}b"#

        @Test(arguments: [
            (["transcribe"], ".wav"), (["analyze"], ".wav"), (["transcribe"], ".m4a"),
            (["practice", "--answers"], ".wav"), (["transcribe", "--model"], ""),
            (["speak", "Hello.", "--output", "/no/such/folder/"], ".wav"), ([], ""),
            (["transcribe", "--"], ".wav"),
        ])
        func aNameThatFailsIsShownWithItsControlCharactersNamed(arguments: [String], ending: String)
            async throws
        {
            let command = try Command()
            let path = command.path(Self.evilName + ending)
            if !ending.isEmpty { try TestFile.write("no recording", to: path) }
            let run: Command.Outcome
            switch arguments.last {
            case "--model":
                run = try await command.run(arguments + [path, Command.silent])
            case .some(let last) where last.hasSuffix("/"):
                run = try await command.run(arguments.dropLast() + [last + Self.evilName + ending])
            default: run = try await command.run(arguments + [path])
            }
            #expect(run.code != 0)
            #expect(run.log.contains(Self.shownName), "\(run.log.debugDescription)")
            for text in [run.log, run.output] {
                #expect(
                    text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" }
                )
            }
        }

        @Test func aNameThatIsHeardIsShownWithItsControlCharactersNamed() async throws {
            let command = try Command()
            let path = command.path(Self.evilName + ".flac")
            try FileManager.default.copyItem(atPath: Command.alwaysLate, toPath: path)
            for arguments in [
                ["analyze", path], ["transcribe", "--channels", "split", path],
                ["transcribe", path, Command.silent],
                [
                    "practice", "--questions", "1", "--home", command.path(Self.evilName), "--answers",
                    path,
                ],
            ] {
                let run = try await command.run(arguments)
                #expect((run.log + run.output).contains(Self.shownName), "\(run.log.debugDescription)")
                for text in [run.log, run.output] {
                    #expect(
                        text.unicodeScalars.allSatisfy {
                            $0.properties.generalCategory != .control || $0 == "\n"
                        }
                    )
                }
            }
        }

        @Test(arguments: [["transcribe"], ["analyze", "--json"]])
        func aResultThatCannotBeWrittenEndsWith73(arguments: [String]) async throws {
            let command = try Command()
            let run = try await command.shell(
                arguments + [Command.alwaysLate], redirection: ">/dev/full")
            #expect(run.code == 73)
            #expect(run.log.contains("standard output"))
        }

        @Test func theHomeFolderIsWhatTheEnvironmentSays() async throws {
            let command = try Command()
            _ = try await command.run("practice", "--text", variables: ["XDG_CACHE_HOME": ""])
            for folder in [".local/share/viva/viva.db", ".cache/viva/speech"] {
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
}
