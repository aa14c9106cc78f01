import Synchronization

/// Lets a client go that is there and says nothing at all for too long.
final class LiveWatch: Sendable {
    private let state: Mutex<(heardAt: ContinuousClock.Instant, limit: Duration)>

    /// Somebody who has just come.
    init(limitSeconds: Double) { state = Mutex((.now, .seconds(limitSeconds))) }

    /// The client said something.
    func heard() { state.withLock { $0.heardAt = .now } }

    /// From here on it may be silent for so many seconds.
    func limit(seconds: Double) { state.withLock { $0 = (.now, .seconds(seconds)) } }

    /// Watches until the task is cancelled or the client is let go.
    func run(_ connection: WebSocketConnection) async throws {
        while true {
            let end = state.withLock { $0.heardAt + $0.limit }
            guard end > .now else { break }
            // The limit may become another meanwhile.
            try await Task.sleep(for: min(.seconds(5), ContinuousClock.now.duration(to: end)))
        }
        try await connection.close(.notAllowed("Nothing was said for too long."))
    }
}
