import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

extension CommandTests {
    @Suite struct TranscribeBatchTests {
        /// A folder with short recordings: two of the same name in different folders, and one that is none.
        private func recordings(_ command: Command) throws -> String {
            let folder = command.path("talks")
            for name in ["mon/a.flac", "tue/a.flac"] {
                let path = folder + "/" + name
                try FileManager.default.createDirectory(
                    at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: Command.alwaysLate, toPath: path)
            }
            try TestFile.write("no sound", to: folder + "/bad.wav")
            return folder
        }

        private func read(_ command: Command, _ name: String) throws -> String {
            try TestFile.text(command.path(name))
        }

        private func lines(_ text: String) throws -> [Line] {
            try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        }

        private struct Line: Decodable {
            var input: String
            var status: String
            var outputs: [String]
        }

        @Test func standardInputAndAFileOfItsNameAreTwoResults() async throws {
            let command = try Command()
            let path = command.path("standard-input.flac")
            try FileManager.default.copyItem(atPath: Command.alwaysLate, toPath: path)
            let run = try await command.shell(
                ["transcribe", "-", path, "--output-dir", command.path("out")],
                redirection: "< '\(Command.alwaysLate)'")
            #expect(run.code == 0, "\(run.log)")
            let outputs = try lines(read(command, "out/manifest.jsonl")).flatMap(\.outputs)
            #expect(Set(outputs) == ["standard-input.txt", "standard-input-.txt"])
        }

        @Test func aFolderBecomesAFolderOfTranscriptsAndResumingHearsOnlyWhatIsMissing() async throws {
            let command = try Command()
            let arguments = [
                "transcribe", "--recursive", try recordings(command), "--output-dir", command.path("out"),
                "--format",
                "txt,vtt", "--jobs", "2",
            ]
            let run = try await command.run(arguments)
            #expect(run.code == 65, "\(run.log)")
            #expect(run.output.isEmpty)
            #expect(run.log.contains("bad.wav"))
            #expect(run.log.contains("1 of 3 recordings failed"))
            let text = try read(command, "out/mon/a.txt")
            #expect(text.contains("always late"))
            #expect(try read(command, "out/tue/a.txt") == text)
            #expect(try read(command, "out/mon/a.vtt").hasPrefix("WEBVTT\n"))
            #expect(
                try lines(read(command, "out/manifest.jsonl")).map(\.status).sorted() == [
                    "done", "done", "failed",
                ])

            let again = try await command.run(arguments)
            #expect(again.code == 73)
            #expect(again.log.contains("--resume") && again.log.contains("--overwrite"))

            try FileManager.default.removeItem(atPath: command.path("out/tue/a.vtt"))
            try TestFile.write("mine", to: command.path("out/mon/a.txt"))
            let resumed = try await command.run(arguments + ["--resume"])
            #expect(resumed.code == 65)
            #expect(resumed.log.contains("1 recording complete"))
            #expect(try read(command, "out/mon/a.txt") == "mine")
            #expect(try read(command, "out/tue/a.vtt").hasPrefix("WEBVTT\n"))
        }

        @Test func partsShareTheWorkAndAListMayNameTheRecordings() async throws {
            let command = try Command()
            let folder = try recordings(command)
            let list = "\(folder)/mon/a.flac\n\n\(folder)/tue/a.flac\n"
            for part in ["1/2", "2/2"] {
                let run = try await command.run(
                    [
                        "transcribe", "@-", "--output-dir", command.path("out"), "--shard", part, "--jobs",
                        "1",
                    ],
                    input: list)
                #expect(run.code == 0, "\(run.log)")
            }
            let outputs = try ["1", "2"].flatMap {
                try lines(read(command, "out/manifest-\($0)-of-2.jsonl")).flatMap(\.outputs)
            }
            #expect(outputs == ["mon/a.txt", "tue/a.txt"])
            let resumed = try await command.run(
                ["transcribe", "--stdin-list", "--output-dir", command.path("out"), "--resume"], input: list)
            #expect(resumed.code == 0)
            #expect(resumed.log.contains("2 recordings complete"))
        }

        @Test func questionsComeFromAListAndMistakesInItHaveALine() async throws {
            let command = try Command()
            let sample = Command.alwaysLate
            let list = command.path("asked.jsonl")
            try TestFile.write(
                "{\"file\": \"always-late.flac\", \"question\": \"What went wrong?\"}\n", to: list)
            let run = try await command.run("transcribe", "--json", "--questions", list, sample)
            #expect(run.code == 0, "\(run.log)")
            #expect(run.output.contains("\"question\":\"What went wrong?\""))
            try TestFile.write("{\"file\": \"x\"\n", to: list)
            let bad = try await command.run("transcribe", "--questions", list, sample)
            #expect(bad.code == 65)
            #expect(bad.log.contains("asked.jsonl, line 1:"))
            let missing = try await command.run("transcribe", "--questions", "/no/such/list", sample)
            #expect(missing.code == 66)
        }

        @Test func severalRecordingsArePrintedInTheOrderOfTheUser() async throws {
            let command = try Command()
            let (long, short) = (SourceTree.sample("conflict-too-short.flac"), Command.alwaysLate)
            let run = try await command.run("transcribe", "--jobs", "2", "--no-times", long, short)
            #expect(run.code == 0, "\(run.log)")
            let first = try #require(run.output.firstRange(of: long + "\n"))
            let second = try #require(run.output.firstRange(of: short + "\n"))
            #expect(first.lowerBound < second.lowerBound)
            #expect(run.output[second.upperBound...].contains("always late"))
        }

        @Test func anOutputThatReachesALimitEndsWith73AndNothingHalfWritten() async throws {
            let command = try Command()
            let folder = try recordings(command)
            // What is kept in the cache is longer than the limit: it is made before.
            #expect(try await command.run("transcribe", folder + "/mon/a.flac").code == 0)
            // 1 block is 512 or 1024 bytes: the JSON of the recording is longer.
            let run = try await command.run(
                [
                    "-c", "ulimit -f 2; exec \"$0\" \"$@\"", BuiltCommand.path, "transcribe",
                    folder + "/mon/a.flac",
                    "--output-dir", command.path("out"), "--format", "json",
                ], program: "/bin/sh")
            #expect(run.code == 73, "\(run.log)")
            #expect(run.log.contains("--resume"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: command.path("out")) == ["manifest.jsonl"]
            )
        }

        @Test func anOutputFolderThatCannotBeMadeEndsWith73() async throws {
            let command = try Command()
            let run = try await command.run(
                "transcribe", Command.alwaysLate, "--output-dir", "/proc/none")
            #expect(run.code == 73)
            #expect(run.log.contains("/proc/none"))
        }

        @Test func aModelThatIsNotThereEndsABatchBeforeItBegins() async throws {
            let command = try Command()
            let sample = Command.alwaysLate
            let run = try await command.run(
                [
                    "transcribe", sample, Command.silent, "--format", "txt",
                    "--output-dir", command.path("o"),
                ],
                variables: ["VIVA_MODEL_PATH": "/no/such/model"])
            #expect(run.code == 69)
            #expect(run.log.contains("pocketsphinx-en-us"))
        }

        @Test func aStoppedBatchOfNamesAfterADoubleDashIsGoneOnWithBeforeIt() async throws {
            let command = try Command()
            let folder = try recordings(command)
            let script = """
                "$0" "$@" & child=$!
                while [ ! -e \(command.path("out"))/manifest.jsonl ]; do
                  kill -0 $child || break
                  sleep 0.05
                done
                kill -INT $child; wait $child
                """
            let run = try await command.run(
                [
                    "-c", script, BuiltCommand.path, "transcribe", "--output-dir", command.path("out"), "--",
                    folder + "/mon/a.flac", folder + "/tue/a.flac",
                ], program: "/bin/bash")
            #expect(run.code == 130, "\(run.log)")
            #expect(run.log.contains("--resume -- "))
        }

        @Test func aListThatComesThroughAPipeAndNamesThatAreNotTextAreTaken() async throws {
            let command = try Command()
            let sample = SourceTree.sample("deadline-silent.flac")
            let script = """
                printf '%s\\0a\\377.wav\\0' \(sample) | "$0" transcribe --json @- --questions \
                  <(printf '{"file": "deadline-silent.flac", "question": "Why?"}')
                """
            let run = try await command.run(["-c", script, BuiltCommand.path], program: "/bin/bash")
            #expect(run.code == 65, "\(run.log)")
            #expect(run.output.contains("\"question\":\"Why?\""))
            #expect(run.log.contains("line 2: a\u{FFFD}.wav is not UTF-8"))
        }

        @Test func aPartWithoutARecordingSaysSo() async throws {
            let command = try Command()
            let run = try await command.run(
                "transcribe", SourceTree.sample("deadline-silent.flac"), "--output-dir", command.path("out"),
                "--shard",
                "2/2")
            #expect(run.code == 0)
            #expect(run.log.contains("part 2/2 has none"))
        }

        @Test(arguments: ["INT", "TERM"])
        func aStoppedBatchEndsWith130AndSaysHowToGoOn(signal: String) async throws {
            let command = try Command()
            let folder = try recordings(command)
            // The manifest is there when the hearing begins.
            let script = """
                "$0" "$@" & child=$!
                while [ ! -e \(command.path("out"))/manifest.jsonl ]; do
                  kill -0 $child || break
                  sleep 0.05
                done
                kill -\(signal) $child; wait $child
                """
            let run = try await command.run(
                [
                    "-c", script, BuiltCommand.path, "transcribe", "--recursive", folder, "--output-dir",
                    command.path("out"), "--jobs", "1",
                ], program: "/bin/bash")
            #expect(run.code == 130, "\(run.log)")
            #expect(run.log.contains("--resume"))
            let left = try FileManager.default.subpathsOfDirectory(atPath: command.path("out"))
            #expect(!left.contains { $0.hasSuffix(".part") })
            let resumed = try await command.run(
                "transcribe", "--recursive", folder, "--output-dir", command.path("out"), "--resume")
            #expect(resumed.code == 65)
            #expect(try read(command, "out/mon/a.txt") == read(command, "out/tue/a.txt"))
        }
    }
}
