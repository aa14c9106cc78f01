/// Which way audio goes through a device.
public enum AudioDirection: String, Sendable, Hashable, Codable {
    /// From a microphone.
    case recording
    /// To a loudspeaker.
    case playing
}
