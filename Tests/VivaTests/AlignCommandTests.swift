import FoundationEssentials
import TestSupport
import Testing

extension CommandTests {
    @Suite struct AlignCommandTests {
        static let text = "There was one guy who was always late with his work."
        static let recording = Command.alwaysLate

        @Test func printsALineForEachWord() async throws {
            let command = try Command()
            let result = try await command.run("align", Self.recording, Self.text, "--quiet")
            #expect(result.code == 0, "\(result)")
            let rows = result.output.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
            let words = rows.compactMap(\.last).map(String.init).filter { !$0.hasPrefix("[") }
            #expect(words == Self.text.split(separator: " ").map(String.init))
            let starts = rows.compactMap { Double($0[0]) }
            #expect(starts.count >= 10, "\(result.output)")
            #expect(starts == starts.sorted())
        }

        @Test func writesJSON() async throws {
            let command = try Command()
            let result = try await command.run(
                ["align", "--json", Self.recording, "--text-file", "-"], input: Self.text)
            #expect(result.code == 0, "\(result)")
            let object = try JSONDecoder().decode(Output.self, from: Data(result.output.utf8))
            #expect(object.alignment.verdict == "matches")
            #expect(object.alignment.words.count == 11)
            #expect(object.alignment.words.allSatisfy { $0.isSaid == ($0.time != nil) })
        }

        @Test func refusesTheTextOfAnotherRecording() async throws {
            let command = try Command()
            let wrong = """
                the quick brown fox jumps over lazy dogs while seven purple elephants quietly discuss medieval philosophy \
                near Barcelona
                """
            let result = try await command.run("align", Self.recording, wrong)
            #expect(result.code == 65 && result.output.isEmpty, "\(result)")
            #expect(result.log.contains("not what is said"))
        }

        @Test func aRecordingWithoutSpeechIsSaidToHaveNone() async throws {
            let command = try Command()
            let run = try await command.run("align", Command.silent, "We had to.")
            #expect(run.code == 65)
            #expect(run.log.contains("no speech was found"), "\(run.log)")
        }

        @Test func tellsWhatIsWrongWithItsInput() async throws {
            let command = try Command()
            let cases: [([String], Int32)] = [
                (["align", Self.recording], 64), (["align", "-", "words"], 64),
                (["align", Self.recording, "words", "--text-file", "-"], 64),
                (["align", Self.recording, " . "], 65),
                (["align", command.path("none.wav"), "words"], 66),
                (["align", Self.recording, "--text-file", command.path("none.txt")], 66),
            ]
            for (arguments, code) in cases {
                let result = try await command.run(arguments)
                #expect(result.code == code, "\(arguments): \(result)")
                #expect(!result.log.isEmpty && result.output.isEmpty)
            }
            try TestFile.write([0xFF, 0xFE, 0x41], to: command.path("latin.txt"))
            let latin = try await command.run(
                "align", Self.recording, "--text-file", command.path("latin.txt"))
            #expect(latin.code == 65 && latin.log.contains("UTF-8"))
        }

        private struct Output: Decodable {
            struct Time: Decodable {
                var startSeconds: Double
            }
            struct Word: Decodable {
                var text: String
                var isSaid: Bool
                var time: Time?
            }
            struct Alignment: Decodable {
                var words: [Word]
                var verdict: String
            }
            var alignment: Alignment
        }
    }
}
