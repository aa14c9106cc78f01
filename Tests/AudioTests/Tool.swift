import Programs
import Subprocess
import SystemPackage

/// A program that makes files for a test.
enum Tool {
    static func isInstalled(_ program: String) -> Bool {
        SearchPath.environment.find(program) != nil
    }

    /// Runs a program and returns whether it succeeded.
    static func run(_ program: String, _ arguments: String...) async throws -> Bool {
        try await run(program, arguments)
    }

    /// Runs a program and returns whether it succeeded.
    static func run(_ program: String, _ arguments: [String]) async throws -> Bool {
        try await Subprocess.run(
            .name(program), arguments: Arguments(arguments), output: .discarded, error: .discarded
        ).terminationStatus.isSuccess
    }
}
