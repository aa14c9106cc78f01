import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct SpeakCommandTests {
        @Test func writesAWAVFileThatIsAsLongAsTheText() async throws {
            let command = try Command()
            let path = command.path("question.wav")
            let run = try await command.run("speak", "--json", "--output", path, "Why do you want this role?")
            #expect(run.code == 0, "\(run.log)")
            let bytes = try Data(contentsOf: URL(filePath: path))
            #expect(bytes.prefix(4) == Data("RIFF".utf8))
            let spoken = try JSONDecoder().decode(Spoken.self, from: Data(run.output.utf8))
            #expect(spoken.words.count == 6)
            #expect((1...4).contains(spoken.durationSeconds))
        }

        @Test func readsStandardInput() async throws {
            let command = try Command()
            let path = command.path("question.wav")
            let run = try await command.run("speak", "-", "-o", path, input: "Tell me about yourself.\n")
            #expect(run.code == 0, "\(run.log)")
            #expect(FileManager.default.fileExists(atPath: path))
        }

        @Test func aFailureLeavesTheEarlierFileAsItWas() async throws {
            let command = try Command()
            let path = command.path("question.wav")
            try TestFile.write("earlier", to: path)
            let run = try await command.run("speak", "--voice", "no-such-voice", "-o", path, "Hello.")
            #expect(run.code == 69)
            #expect(run.log.contains("no-such-voice"))
            #expect(try Data(contentsOf: URL(filePath: path)) == Data("earlier".utf8))
        }

        @Test(arguments: [("--rate", "20"), ("--pitch", "101")])
        func aNumberOutsideItsRangeEndsWith64(option: String, value: String) async throws {
            let command = try Command()
            let run = try await command.run("speak", option, value, "-o", command.path("a.wav"), "Hello.")
            #expect(run.code == 64)
            #expect(!FileManager.default.fileExists(atPath: command.path("a.wav")))
        }

        @Test func emptyTextEndsWith65() async throws {
            let command = try Command()
            let run = try await command.run("speak", "-", "-o", command.path("a.wav"), input: " \n")
            #expect(run.code == 65)
        }

        private struct Spoken: Decodable {
            struct Word: Decodable { var text: String }
            var durationSeconds: Double
            var words: [Word]
        }
    }
}
