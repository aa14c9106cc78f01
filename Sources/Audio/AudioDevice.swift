/// A microphone, a loudspeaker or both, as the sound system lists them.
public struct AudioDevice: Sendable, Hashable, Codable {
    /// The name to ask for the device by.
    public var name: String
    /// How many channels it records; 0 for a loudspeaker.
    public var inputChannels: Int
    /// How many channels it plays; 0 for a microphone.
    public var outputChannels: Int
    /// The rate it runs at when left alone, in hertz.
    public var defaultSampleRateHz: Int
    /// Whether it is used to record when no device is named.
    public var isDefaultInput: Bool
    /// Whether it is used to play when no device is named.
    public var isDefaultOutput: Bool
}

extension AudioDevice {
    /// How many channels it has in one direction.
    func channels(_ direction: AudioDirection) -> Int {
        direction == .recording ? inputChannels : outputChannels
    }

    /// Whether it is used in one direction when no device is named.
    func isDefault(_ direction: AudioDirection) -> Bool {
        direction == .recording ? isDefaultInput : isDefaultOutput
    }
}
