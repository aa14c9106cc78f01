public import Speech

/// What hears one live stream, as `LiveVoice` lends it.
public struct LiveEar: Sendable {
    /// Hears.
    public let recognizer: any Recognizer
    /// With how much care.
    public let care: LiveCare
}
