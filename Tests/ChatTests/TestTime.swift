import Synchronization

@testable import Chat

/// A time that goes on only when a test says so, or somebody sleeps.
final class TestTime: Sendable {
    private let state = Mutex((now: Duration.zero, slept: Duration.zero))

    /// How long was slept in all.
    var slept: Duration { state.withLock { $0.slept } }

    var clock: ChatClock {
        ChatClock(
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                self.state.withLock { state in
                    state.now += duration
                    state.slept += duration
                }
            })
    }

    func advance(_ duration: Duration) { state.withLock { $0.now += duration } }
}
