/// How samples without any header are laid out: interleaved frames, little-endian.
public struct RawFormat: Sendable, Hashable {
    /// How one sample is stored.
    public enum SampleFormat: String, Sendable, Hashable, CaseIterable, Codable {
        /// Signed integers of 16 bits, little-endian.
        case s16le
        /// IEEE floats of 32 bits, little-endian, full scale at -1 and 1.
        case f32le
    }

    /// The sample rate, in hertz; 1,000...768,000.
    public var sampleRateHz: Int
    /// The number of channels; 1...32.
    public var channels: Int
    /// How one sample is stored.
    public var sampleFormat: SampleFormat

    /// Bare samples; left out, the format of the pipeline as most recorders write it.
    public init(sampleRateHz: Int = 16_000, channels: Int = 1, sampleFormat: SampleFormat = .s16le) {
        self.sampleRateHz = sampleRateHz
        self.channels = channels
        self.sampleFormat = sampleFormat
    }
}
