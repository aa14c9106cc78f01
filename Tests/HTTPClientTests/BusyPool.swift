import Dispatch
import Foundation
import Synchronization

/// Tasks that hold every thread of Swift's pool until they are freed, or for twenty seconds each.
final class BusyPool: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let count = 4 * ProcessInfo.processInfo.activeProcessorCount
    private let gaveUp = Atomic(false)

    /// Fills the pool.
    func fill() {
        for _ in 0..<count {
            Task { [self] in
                if gate.wait(timeout: .now() + 20) == .timedOut { gaveUp.store(true, ordering: .relaxed) }
            }
        }
    }

    /// Gives the threads back.
    func free() { for _ in 0..<count { gate.signal() } }

    /// Whether no task had to wait for the whole time.
    var wasFreed: Bool { !gaveUp.load(ordering: .relaxed) }
}
