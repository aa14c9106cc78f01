import FoundationEssentials
import Synchronization

/// Whether there are accounts, as far as it is known: once there are, it is not asked again, and while there are none, once a second.
final class AccountPresence: Sendable {
    private struct State {
        var isThere = false
        var checkedAt: Date?
    }

    private let state = Mutex(State())

    /// What is known; `nil` when it must be asked for.
    func known(at date: Date) -> Bool? {
        state.withLock { state in
            if state.isThere { return true }
            guard let checkedAt = state.checkedAt, (0..<1).contains(date.timeIntervalSince(checkedAt)) else {
                return nil
            }
            return false
        }
    }

    /// Takes note of what was found.
    func note(_ isThere: Bool, at date: Date) {
        state.withLock { $0 = State(isThere: $0.isThere || isThere, checkedAt: date) }
    }
}
