/// What a recording says of itself.
public struct AudioInfo: Sendable, Codable, Hashable {
    /// The container and the encoding in words, for example `WAV (Microsoft), Signed 16 bit PCM`.
    public var format: String
    /// The sample rate of the recording, in hertz.
    public var sampleRateHz: Int
    /// The number of channels.
    public var channels: Int
    /// How long the recording says it is, in seconds; `nil` when only reading to the end can tell.
    public var durationSeconds: Double?

    /// A recording in `format`.
    public init(format: String, sampleRateHz: Int, channels: Int, durationSeconds: Double?) {
        self.format = format
        self.sampleRateHz = sampleRateHz
        self.channels = channels
        self.durationSeconds = durationSeconds
    }
}
