import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Lets Ctrl-C, or a request to end, stop a piece of work in an orderly way.
final class Interruption: Sendable {
    private let hasCome = Mutex(false)

    /// Runs `work`; the first Ctrl-C or SIGTERM cancels it, a second one ends the process at once.
    ///
    /// - Throws: What `work` throws; `CommandFailure` with the code for an interruption when it was stopped.
    func stopping(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if self.hasCome.withLock({ has in
                    defer { has = true }
                    return has
                }) {
                    exit(ExitStatus.interrupted.rawValue)
                }
                task.cancel()
            }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        }
        do { try await task.value } catch {
            guard hasCome.withLock({ $0 }) else { throw error }
            throw CancellationError()
        }
    }
}
