import Speech

/// A recording to measure on, its sound, and what the peers say of it.
struct DeliveryRecording {
    /// What is known of it.
    let known: BenchRecording
    /// Its samples at 16 kHz, the same as the peers read.
    let samples: [Float]
    /// What the peers measured; `nil` without them.
    let peer: PeerDelivery.Recording?

    /// Its length in seconds.
    var seconds: Double { AudioBuffer.seconds(samples.count) }
}
