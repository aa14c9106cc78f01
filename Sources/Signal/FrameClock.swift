import Speech

/// Where frames lie in a recording, and how much of it there is so far.
struct FrameClock: Sendable {
    /// Where the recording starts, from the first piece.
    private(set) var originSample: Int?
    /// How many samples came in.
    private(set) var sampleCount = 0

    /// Takes note of the next samples, which follow those before them: only the first piece's position is read.
    mutating func take(_ buffer: AudioBuffer) {
        if originSample == nil { originSample = buffer.startSample }
        sampleCount += buffer.samples.count
    }

    /// The time of a sample counted from where the recording starts, in seconds.
    func seconds(sample: Int) -> Double { AudioBuffer.seconds((originSample ?? 0) + sample) }

    /// Where the hop of a frame starts, in seconds.
    func seconds(frame: Int) -> Double { seconds(sample: frame * Framer.hopSamples) }

    /// Where the recording starts, in seconds.
    var originSeconds: Double { seconds(sample: 0) }
}
