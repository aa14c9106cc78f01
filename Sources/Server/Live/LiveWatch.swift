import Synchronization

/// Lets a client go that is there and does nothing for too long.
final class LiveWatch: Sendable {
    private struct State {
        var heardAt = ContinuousClock.now
        var limit: Duration
        var isOver = false
        var ending: WebSocketClose?
    }

    private let state: Mutex<State>

    /// Somebody who has just come.
    init(limitSeconds: Double) { state = Mutex(State(limit: .seconds(limitSeconds))) }

    /// The client did something.
    func heard() { state.withLock { $0.heardAt = .now } }

    /// It may do nothing for so many seconds from a moment on.
    func limit(seconds: Double, since moment: ContinuousClock.Instant) {
        state.withLock { state in
            state.heardAt = moment
            state.limit = .seconds(seconds)
        }
    }

    /// The client may not go on: what was heard of it is told, and then it is let go so.
    func end(_ close: WebSocketClose) { state.withLock { $0.ending = close } }

    /// How the client is to be let go; `nil` while it may go on.
    var ending: WebSocketClose? { state.withLock { $0.ending } }

    /// Whether the client was let go because it did nothing.
    var isOver: Bool { state.withLock { $0.isOver } }

    /// Watches until the task is cancelled or the client is let go.
    func run(_ connection: WebSocketConnection) async throws {
        while true {
            let end = state.withLock { $0.heardAt + $0.limit }
            guard end > .now else { break }
            // The limit may become another meanwhile.
            try await Task.sleep(for: min(.seconds(5), ContinuousClock.now.duration(to: end)))
        }
        state.withLock { $0.isOver = true }
        try await connection.close(.notAllowed("Nothing was said for too long."))
    }
}
