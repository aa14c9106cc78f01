import Speech

/// Puts stretches of time in order: each begins where the one before it has ended or later, and ends within the
/// recording.
struct Timeline {
    private let limitSeconds: Double
    private var reachedSeconds = 0.0

    init(limitSeconds: Double) { self.limitSeconds = limitSeconds }

    /// The stretch moved as little as that takes. What is not a number counts as where the line has come to.
    mutating func place(_ time: TimeRange) -> TimeRange {
        let start = fit(time.startSeconds)
        reachedSeconds = start
        let end = fit(time.endSeconds)
        reachedSeconds = end
        return TimeRange(startSeconds: start, endSeconds: end)
    }

    private func fit(_ seconds: Double) -> Double {
        seconds.isNaN ? reachedSeconds : min(max(seconds, reachedSeconds), max(limitSeconds, reachedSeconds))
    }
}
