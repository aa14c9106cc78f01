public import Speech

/// What a speech detector reports.
public enum SpeechEvent: Sendable, Hashable {
    /// Speech began; reported a moment later, when it is certain.
    case started(atSeconds: Double)
    /// The speech that began last is over; the range runs from its start to its end.
    case ended(TimeRange)
}
