import Foundation
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A program that is killed after a while, unless it ends before, with what it said until then.
struct KilledProgram {
    /// The lines that it wrote on standard output, without one that is not whole.
    var lines: [String]
    /// Whether it was killed.
    var wasKilled: Bool
    /// Its exit status, where it ended by itself.
    var status: Int32
    /// What it wrote on standard error.
    var errors: String
    /// How long it ran, in seconds.
    var seconds: Double

    /// Runs a program and kills it (SIGKILL) when it has run for so many seconds; `nil` lets it end.
    static func run(
        _ program: String, _ arguments: [String], killAfterSeconds limit: Double?
    ) async throws -> KilledProgram {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        let id = process.processIdentifier
        let killing = Task {
            guard let limit else { return }
            try await Task.sleep(until: start.advanced(by: .seconds(limit)))
            kill(id, SIGKILL)
        }
        async let said = Self.read(output)
        async let complained = Self.read(errors)
        let (text, complaint) = await (said, complained)
        process.waitUntilExit()
        killing.cancel()
        let seconds = start.duration(to: .now).inSeconds
        let whole = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        return KilledProgram(
            lines: whole.map(String.init), wasKilled: process.terminationReason == .uncaughtSignal,
            status: process.terminationStatus, errors: complaint, seconds: seconds)
    }

    private static func read(_ pipe: Pipe) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
    }
}
