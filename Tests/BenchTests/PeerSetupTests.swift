import Foundation
import Testing

@testable import viva_bench

@Suite struct PeerSetupTests {
    /// A folder with empty files of these names.
    private static func folder(_ files: [String]) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/viva-peers-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in files { try Data().write(to: URL(fileURLWithPath: path + "/" + name)) }
        return path
    }

    private static let whole = ["model.bin", "config.json", "tokenizer.json"]

    @Test func weightsThatNobodyNamedAreAskedFor() {
        let failure = #expect(throws: PeerFailure.self) { try PeerSetup(environment: [:]) }
        #expect(failure?.description.contains("VIVA_BENCH_CT2") == true)
        #expect(failure?.description.contains("bench/peers/README.md") == true)
        #expect(throws: PeerFailure.self) { try PeerSetup(environment: ["VIVA_BENCH_CT2": ""]) }
    }

    @Test func theFileThatAFolderLacksIsNamed() throws {
        let path = try Self.folder(["model.bin", "tokenizer.json"])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let failure = #expect(throws: PeerFailure.self) {
            try PeerSetup(environment: ["VIVA_BENCH_CT2": path])
        }
        #expect(failure?.description.contains("config.json") == true)
        #expect(failure?.description.contains(path) == true)
    }

    @Test func theInterpreterIsTheSystemsUnlessOneIsNamed() throws {
        let path = try Self.folder(Self.whole)
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try PeerSetup(environment: ["VIVA_BENCH_CT2": path]).python.path == "python3")
        let named = try PeerSetup(environment: ["VIVA_BENCH_CT2": path, "VIVA_BENCH_PYTHON": "/opt/python"])
        #expect(named.python.path == "/opt/python")
        #expect(named.arguments("x.py", ["a"]) == ["-B", "bench/peers/x.py", path, "a"])
    }

    @Test func anInterpreterThatCannotBeUsedIsNamedWithTheWayToGetOne() throws {
        let path = try Self.folder(Self.whole)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let setup = try PeerSetup(
            environment: ["VIVA_BENCH_CT2": path, "VIVA_BENCH_PYTHON": "/nowhere/python"])
        let failure = #expect(throws: PeerFailure.self) { try setup.python.check([.fasterWhisper]) }
        #expect(failure?.description.contains("/nowhere/python") == true)
        #expect(failure?.description.contains("pip install faster-whisper") == true)
        #expect(failure?.description.contains("VIVA_BENCH_PYTHON") == true)
    }
}
