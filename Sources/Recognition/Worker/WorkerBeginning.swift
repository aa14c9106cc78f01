import Synchronization

/// A worker that loads its model, which takes seconds: whoever does not want it any more ends it.
final class WorkerBeginning: Sendable {
    private struct State {
        var process: WorkerProcess?
        var isCancelled = false
    }

    private let state = Mutex(State())

    /// The process was started.
    func began(_ process: WorkerProcess) {
        let isCancelled = state.withLock { state in
            state.process = process
            return state.isCancelled
        }
        if isCancelled { process.kill() }
    }

    /// Nobody wants it any more.
    func cancel() {
        let process = state.withLock { state in
            state.isCancelled = true
            return state.process
        }
        process?.kill()
    }
}
