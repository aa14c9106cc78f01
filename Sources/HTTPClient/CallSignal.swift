import Synchronization

/// What one call says to whoever waits for the network at the moment: that it has come, and that it was cancelled.
final class CallSignal: Sendable {
    private struct State {
        /// How often it was raised and not lowered yet.
        var raised = 0
        var isCancelled = false
        var isOver = false
    }

    private let wake: WakeSignal
    // The pipe is written and read under the lock: what is counted is in it.
    private let state = Mutex(State())

    init(_ wake: WakeSignal) { self.wake = wake }

    deinit { settle() }

    /// Says that the call has come.
    func raise() {
        state.withLock { state in
            state.raised += 1
            wake.raise()
        }
    }

    /// Says that nobody wants the answer any more, unless there is one.
    func cancel() {
        state.withLock { state in
            guard !state.isOver else { return }
            state.isCancelled = true
            state.raised += 1
            wake.raise()
        }
    }

    /// Whether nobody wants the answer any more.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Says that the call was noticed.
    func settle() { state.withLock { lower(&$0) } }

    /// Says that the call is answered: from here on it keeps nobody from waiting.
    func end() {
        state.withLock { state in
            state.isOver = true
            lower(&state)
        }
    }

    private func lower(_ state: inout State) {
        for _ in 0..<state.raised { wake.lower() }
        state.raised = 0
    }
}
