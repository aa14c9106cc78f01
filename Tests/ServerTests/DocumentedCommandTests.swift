import Foundation
import Practice
import ServerTestSupport
import Service
import SpeechTestSupport
import Storage
import Subprocess
import Synthesis
import SystemPackage
import TestSupport
import Testing

/// The commands of the documents do what stands there.
@Suite struct DocumentedCommandTests {
    @Test(.enabled("curl and jq are not installed", { await hasPrograms() }))
    func theRequestsOfTheDocumentAreAnswered() async throws {
        let text = try String(contentsOfFile: SourceTree.file("Docs/API.md"), encoding: .utf8)
        let commands = Self.blocks(of: text).filter { $0.contains("curl") }
        #expect(commands.count > 3)
        // Beside the files that the examples name, and where what they write may stay.
        let folder = try TestFolder()
        for name in ["samples", "seed"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.file(name), withDestinationPath: SourceTree.file(name))
        }
        var tools = InterviewTools(
            longestWait: .seconds(600), hearing: SayingRecognizer.pool("we agreed to measure", limit: 2))
        tools.voice = QuestionVoice(
            synthesizer: EspeakSynthesizer.shared, cache: SpeechCache(directory: folder.file("speech")))
        try await SeededServer.run(.local, tools: tools) { server in
            // What is refused ends it, also where its answer goes into another program.
            let script = """
                set -euo pipefail
                curl() { command curl --fail-with-body --silent --show-error --max-time 600 "$@"; }
                \(commands.joined(separator: "\n"))
                """.replacing("127.0.0.1:8000", with: "127.0.0.1:\(server.port)")
            let result = try await Subprocess.run(
                .name("bash"), arguments: ["-c", script], workingDirectory: FilePath(folder.path),
                output: .string(limit: 4_000_000),
                error: .string(limit: 100_000))
            let said = "\(result.standardError) \(result.standardOutput.suffix(1_000))"
            #expect(result.terminationStatus.isSuccess, "\(said)")
        }
    }

    /// The fenced blocks of commands of a text.
    private static func blocks(of text: String) -> [String] {
        text.components(separatedBy: "\n```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    private static func hasPrograms() async -> Bool {
        let result = try? await Subprocess.run(
            .name("bash"), arguments: ["-c", "command -v curl && command -v jq"], output: .discarded,
            error: .discarded)
        return result?.terminationStatus.isSuccess == true
    }
}
