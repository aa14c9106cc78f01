import Dispatch
import Programs
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Lets Ctrl-C, or a request to end, stop a piece of work in an orderly way.
///
/// From when it is made the first SIGINT or SIGTERM is taken note of, and a second one ends the process at once: make it
/// before the first thing that has to be ended in an orderly way.
final class Interruption {
    private let signals = Signals()
    private let sources: [any DispatchSourceSignal]

    init() {
        let (ready, signals) = (DispatchGroup(), signals)
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { signals.come() }
            ready.enter()
            source.setRegistrationHandler { ready.leave() }
            source.resume()
            return source
        }
        // A signal that comes before its source is registered is lost, so nothing begins before.
        _ = ready.wait(timeout: .now() + 1)
    }

    deinit {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }

    /// Runs `work`; a signal cancels it, also one that came before.
    ///
    /// - Throws: What `work` throws; `CancellationError` when it was stopped.
    func stopping(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await work() }
        signals.stop(task)
        do { try await task.value } catch {
            guard signals.haveCome else { throw error }
            throw CancellationError()
        }
    }

    /// What came, and what it stops.
    private final class Signals: Sendable {
        private struct State {
            var haveCome = false
            var task: Task<Void, any Error>?
        }

        private let state = Mutex(State())

        var haveCome: Bool { state.withLock { $0.haveCome } }

        func come() {
            let (again, task) = state.withLock { state in
                defer { state.haveCome = true }
                return (state.haveCome, state.task)
            }
            if again {
                RunningPrograms.endAll()
                exit(ExitStatus.interrupted.rawValue)
            }
            task?.cancel()
        }

        func stop(_ task: Task<Void, any Error>) {
            let isLate = state.withLock { state in
                state.task = task
                return state.haveCome
            }
            if isLate { task.cancel() }
        }
    }
}
