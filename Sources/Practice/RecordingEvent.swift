public import Delivery
public import Signal

/// Something to show while an answer is being recorded.
public enum RecordingEvent: Sendable {
    /// The level now, how long the recording is, and how long nobody has spoken (`nil` before the first word).
    case level(AudioLevel, elapsedSeconds: Double, silentForSeconds: Double?)
    /// What is heard.
    case heard(ListenerEvent)
    /// How the answer is going, five times a second of audio.
    case delivery(LiveDelivery)
    /// The recording is whole, on the disk and kept as an answer; what is still heard of it comes.
    case kept
}
