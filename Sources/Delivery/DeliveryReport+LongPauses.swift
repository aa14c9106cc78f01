import Speech

extension DeliveryReport {
    /// The pauses over `DeliveryBands.longPauseSeconds`, in the order of time.
    var longPauses: [TimeRange] { pauses.filter { $0.durationSeconds > DeliveryBands.longPauseSeconds } }

    /// How many of them there are in a minute of the recording; of one shorter than a second as if it were that long.
    var longPausesPerMinute: Double { Double(longPauses.count) * 60 / max(1, durationSeconds) }
}
