import Subprocess
import SystemPackage

/// One run of a program, with limits to its time and its output. It has a process group of its own, which is killed as a
/// whole when the run is given up, so that what the program started ends with it.
///
/// ```swift
/// let run = ProgramRun(program: "/usr/bin/pdfinfo", arguments: ["resume.pdf"], timeLimit: .seconds(10))
/// let text = String(decoding: try await run.output().printed, as: UTF8.self)
/// ```
public struct ProgramRun: Sendable {
    /// The path of the program.
    public var program: String
    /// Its arguments, which no shell sees.
    public var arguments: [String]
    /// The variables that it gets, and no others.
    public var environment: [String: String]
    /// The folder that it runs in; `nil` for that of this process.
    public var workingFolder: String?
    /// How long it may take by the clock. Time in which this process was too busy to look does not count: a program that
    /// was done meanwhile is not late.
    public var timeLimit: Duration
    /// The most that it may print, in bytes.
    public var limitOutputBytes: Int
    /// How much of its messages is kept, in bytes: the last of them.
    public var keptMessageBytes: Int

    /// A run; left out, it may print 4 MiB, and 2 KiB of its messages are kept.
    public init(
        program: String, arguments: [String], environment: [String: String] = ["LC_ALL": "C.UTF-8"],
        workingFolder: String? = nil, timeLimit: Duration, limitOutputBytes: Int = 4 << 20,
        keptMessageBytes: Int = 2048
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.workingFolder = workingFolder
        self.timeLimit = timeLimit
        self.limitOutputBytes = limitOutputBytes
        self.keptMessageBytes = keptMessageBytes
    }

    /// The same run within limits, set by the `prlimit` whose path is given.
    public func limited(to limits: ProgramLimits, by limiter: String) -> ProgramRun {
        var run = self
        run.program = limiter
        run.arguments = limits.arguments + [program] + arguments
        return run
    }

    /// What it printed.
    ///
    /// - Throws: `ProgramFailure` when it cannot be started, fails, does not end in time, prints too much, or the task was
    ///   cancelled.
    public func output() async throws(ProgramFailure) -> ProgramOutput {
        let outcome = await withTaskGroup(of: Result<ProgramOutput, ProgramFailure>?.self) { group in
            group.addTask { await result() }
            group.addTask {
                // Counted in parts: however late one ends, the output of a program that is done comes before the last.
                // It ends early only by cancellation, which ends the program too.
                for _ in 0..<Self.clockParts { try? await Task.sleep(for: timeLimit / Self.clockParts) }
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

    /// In how many parts the time limit is counted.
    private static let clockParts = 20

    private func result() async -> Result<ProgramOutput, ProgramFailure> {
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
                    }), workingDirectory: workingFolder.map { FilePath($0) }, platformOptions: options,
                input: .none, output: .sequence, error: .sequence
            ) { execution in
                try await RunningPrograms.running(execution.processIdentifier.value) {
                    async let messages = end(of: execution.standardError)
                    let printed = try await whole(execution.standardOutput)
                    return ProgramOutput(printed: printed, messages: try await messages)
                }
            }
            let output = execution.closureResult
            switch execution.terminationStatus {
            case .exited(0): return .success(output)
            case .exited(let status): return .failure(.exited(status: status, messages: output.messages))
            case .signaled(let signal): return .failure(.signaled(signal, messages: output.messages))
            }
        } catch let failure as ProgramFailure {
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
                throw ProgramFailure.flooded(limitBytes: limitOutputBytes)
            }
        }
        return bytes
    }

    /// The end of what it says.
    private func end(of sequence: SubprocessOutputSequence) async throws -> String {
        var bytes: [UInt8] = []
        var isCut = false
        for try await buffer in sequence {
            buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
            if bytes.count > keptMessageBytes {
                bytes.removeFirst(bytes.count - keptMessageBytes)
                isCut = true
            }
        }
        // Half a word at the cut helps nobody, and could be the end of a secret.
        if isCut { bytes = Array(bytes.drop { $0 > 0x20 }) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
