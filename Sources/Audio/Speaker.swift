/// Plays audio on a loudspeaker.
public actor Speaker {
    /// A loudspeaker by its name in `Microphone.devices()`; `nil` is the default.
    public init(device: String? = nil) {}

    /// Whether there is such a loudspeaker.
    public var isAvailable: Bool { false }

    /// Plays one channel of samples, -1...1, and returns when they were heard; stops at once when cancelled.
    public func play(_ samples: [Float], sampleRateHz: Int) async throws(AudioError) {
        throw .noDevice(.playing)
    }
}
