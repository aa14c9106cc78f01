import Synchronization

/// What one call says to whoever waits for the network at the moment: that it has come, and that it was cancelled.
final class CallSignal: Sendable {
    private let wake: WakeSignal
    /// How often it was raised and not lowered yet.
    private let raised = Mutex(0)
    private let cancelled = Atomic(false)

    init(_ wake: WakeSignal) { self.wake = wake }

    deinit { settle() }

    func raise() {
        raised.withLock { $0 += 1 }
        wake.raise()
    }

    /// Raises it for good reason: nobody wants the answer any more.
    func cancel() {
        cancelled.store(true, ordering: .releasing)
        raise()
    }

    /// Whether nobody wants the answer any more.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Says that the call took notice.
    func settle() {
        let count = raised.withLock { count in
            defer { count = 0 }
            return count
        }
        for _ in 0..<count { wake.lower() }
    }
}
