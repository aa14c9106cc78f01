/// The time as a model needs it; tests bring one of their own.
struct ChatClock: Sendable {
    /// The time since some fixed moment.
    var now: @Sendable () -> Duration
    /// Waits; throws when the task is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void

    /// The machine's own time.
    static var machine: ChatClock {
        let start = ContinuousClock.now
        return ChatClock(now: { start.duration(to: .now) }, sleep: { try await Task.sleep(for: $0) })
    }
}
