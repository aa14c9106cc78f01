import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage
import TestSupport

/// The built command, run as a user runs it.
struct Command {
    /// How a run ended.
    struct Outcome {
        var code: Int32
        var output: String
        var log: String
    }

    /// A folder of the test's own, which goes with the command: sessions, caches and files go here.
    private let home: TestFolder
    var folder: String { home.path }

    init() throws {
        home = try TestFolder()
        // What is expected of interviews takes seconds to count in a debug build, and is the same for all.
        let cache = try home.folder("cache/viva")
        let shared = FileManager.default.temporaryDirectory.appending(path: "viva-tests-hearing-\(geteuid())")
            .path
        try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: cache + "/hearing", withDestinationPath: shared)
    }

    /// A path in the test's folder.
    func path(_ name: String) -> String { home.file(name) }

    /// Makes a folder in the test's folder and returns its path.
    func newFolder(_ name: String) throws -> String { try home.folder(name) }

    /// Four seconds of `samples/conflict-too-short.flac`: "There was one guy who was always late with his work."
    static let alwaysLate = SourceTree.recording("always-late.flac")
    /// Two seconds of a quiet room, from `samples/deadline-silent.flac`.
    static let silent = SourceTree.recording("silent.flac")

    /// Runs the command with nothing of the user's own environment but what finds programs.
    func run(
        _ arguments: String..., input: String = "", variables: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(arguments, input: input, variables: variables)
    }

    /// Runs the command through a shell that sends its output elsewhere.
    func shell(_ arguments: [String], redirection: String) async throws -> Outcome {
        try await run(
            ["-c", "\"$0\" \"$@\" \(redirection)", BuiltCommand.path] + arguments, input: "", variables: [:],
            program: "/bin/sh")
    }

    func run(
        _ arguments: [String], input: String = "", variables: [String: String] = [:], program: String? = nil
    ) async throws -> Outcome {
        var environment: [Environment.Key: String] = [
            "HOME": folder, "PATH": "/usr/local/bin:/usr/bin:/bin", "XDG_CACHE_HOME": folder + "/cache",
            "VIVA_DATA": SourceTree.path,
        ]
        for (name, value) in variables { environment[Environment.Key(stringLiteral: name)] = value }
        // A file rather than a pipe: a command that ends without reading its input then breaks nothing off.
        let inputPath = try home.write(input, to: "input-\(UUID().uuidString)")
        let standardInput = try FileDescriptor.open(FilePath(inputPath), .readOnly)
        let result = try await Subprocess.run(
            .path(.init(program ?? BuiltCommand.path)), arguments: Arguments(arguments),
            environment: .custom(environment),
            input: .fileDescriptor(standardInput, closeAfterSpawningProcess: true),
            output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): Int32(code)
            case .signaled(let signal): 128 + Int32(signal)
            }
        return Outcome(code: code, output: result.standardOutput, log: result.standardError)
    }
}
