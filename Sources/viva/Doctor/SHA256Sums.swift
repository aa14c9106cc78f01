import Programs
import Subprocess
import SystemPackage

/// The SHA-256 sums of files, by the program `sha256sum` of GNU coreutils, which Debian cannot be without.
struct SHA256Sums {
    private let sums: [String: String]

    /// Reads every file of `paths` to its end. One that cannot be read has no sum.
    init(of paths: [String]) async throws {
        guard let program = SearchPath.environment.find("sha256sum") else {
            throw CommandFailure(.unavailable, "the program sha256sum is not there (package coreutils)")
        }
        // With --zero a line is the sum, two characters and the path as it is, and ends in a zero byte.
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(["--zero", "--"] + paths),
            environment: .custom(["LC_ALL": "C"]), output: .string(limit: 1 << 20), error: .discarded)
        sums = result.standardOutput.split(separator: "\0").reduce(into: [:]) { sums, line in
            guard let space = line.firstIndex(of: " ") else { return }
            sums[String(line[space...].dropFirst(2))] = String(line[..<space])
        }
    }

    /// The sum of a file in hexadecimal digits; `nil` when it could not be read.
    subscript(path: String) -> String? { sums[path] }
}
