public import Speech

extension DeliveryReport {
    /// The runs of speech between the pauses, in the order of time; empty when there was no speech.
    ///
    /// They follow from what the report says: the first begins after the latency, the pauses lie between them, and
    /// together they last as long as the speaking.
    public var runs: [TimeRange] {
        guard let start = responseLatencySeconds.value, start.isFinite, speakingSeconds > 0 else { return [] }
        let pauses = pauses.filter(\.isFinite)
        let end = pauses.reduce(start + speakingSeconds) { $0 + $1.durationSeconds }
        let starts = [start] + pauses.map(\.endSeconds)
        let ends = pauses.map(\.startSeconds) + [end]
        return zip(starts, ends).map { TimeRange(startSeconds: $0, endSeconds: $1) }
            .filter { $0.durationSeconds > 0 }
    }
}
