import Foundation
import HTTPClient
import Subprocess
import SystemPackage

/// One run of a program, with limits to its time and its output. It has a process group of its own, which is killed as a
/// whole when the run is given up, so that what the program started ends with it.
struct CommandRun: Sendable {
    /// The path of the program.
    var program: String
    var arguments: [String]
    var environment: [String: String]
    var timeLimit: Duration
    var limitOutputBytes: Int

    /// What it printed.
    ///
    /// - Throws: `CommandFailure` when it cannot be started, fails, does not end in time, prints too much, or the task was
    ///   cancelled.
    func output() async throws(CommandFailure) -> [UInt8] {
        let outcome = await withTaskGroup(of: Result<[UInt8], CommandFailure>?.self) { group in
            group.addTask { await result() }
            group.addTask {
                // It ends early only by cancellation, which ends the program too.
                try? await Task.sleep(for: timeLimit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if Task.isCancelled { throw .cancelled }
        guard let outcome else { throw .endless(limit: timeLimit) }
        return try outcome.get()
    }

    private func result() async -> Result<[UInt8], CommandFailure> {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))
        ]
        do {
            let execution = try await Subprocess.run(
                .path(FilePath(program)), arguments: Arguments(arguments),
                environment: .custom(
                    environment.reduce(into: [:]) { variables, variable in
                        if let key = Environment.Key(rawValue: variable.key) {
                            variables[key] = variable.value
                        }
                    }), platformOptions: options, input: .none, output: .sequence, error: .sequence
            ) { execution in
                try await RunningCommands.running(execution.processIdentifier.value) {
                    async let messages = Self.end(of: execution.standardError)
                    let printed = try await whole(execution.standardOutput)
                    return (printed: printed, messages: try await messages)
                }
            }
            let (printed, messages) = execution.closureResult
            switch execution.terminationStatus {
            case .exited(0): return .success(printed)
            case .exited(let status): return .failure(.exited(status: status, messages: messages))
            case .signaled(let signal): return .failure(.signaled(signal, messages: messages))
            }
        } catch let failure as CommandFailure {
            return .failure(failure)
        } catch let error as SubprocessError
            where error.code == .spawnFailed || error.code == .executableNotFound
        {
            return .failure(.notStarted(reason: error.underlyingError.map { "\($0)" } ?? "\(error)"))
        } catch {
            return .failure(.unreadable(reason: "\(error)"))
        }
    }

    private func whole(_ sequence: SubprocessOutputSequence) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in sequence {
            buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
            guard bytes.count <= limitOutputBytes else {
                throw CommandFailure.flooded(limitBytes: limitOutputBytes)
            }
        }
        return bytes
    }

    /// The end of what it says, in one line.
    private static func end(of sequence: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        var isCut = false
        for try await buffer in sequence {
            buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
            if bytes.count > CommandConfiguration.keptMessageBytes {
                bytes.removeFirst(bytes.count - CommandConfiguration.keptMessageBytes)
                isCut = true
            }
        }
        // Half a word at the cut helps nobody, and could be the end of a secret.
        if isCut { bytes = Array(bytes.drop { $0 > 0x20 }) }
        return ServiceText.excerpt(
            String(decoding: bytes, as: UTF8.self), limit: CommandConfiguration.keptMessageBytes)
    }
}
