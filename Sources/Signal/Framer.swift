import Speech

/// Cuts a stream of samples into overlapping frames, whatever pieces it comes in.
///
/// Frame `i` is centred on the hop `i * hopSamples ..< (i + 1) * hopSamples`; what it would need from before the
/// start or after the end of the recording is zero. Rumble is taken away first.
struct Framer: Sendable {
    /// 10 ms: short enough to place a boundary, the usual step of speech analysis.
    static let hopSamples = 160
    /// 40 ms: three periods of the lowest pitch looked for.
    static let frameSamples = 640
    /// The length of a hop, in seconds.
    static let hopSeconds = Double(hopSamples) / Double(AudioBuffer.sampleRateHz)

    private static let lead = (frameSamples - hopSamples) / 2

    private var pending = [Float](repeating: 0, count: Self.lead)
    private var readIndex = 0
    private var rumble = RumbleFilter()
    /// Where the frames lie.
    private(set) var clock = FrameClock()

    /// Takes the next samples, which follow those before them: only the first piece's position is read.
    mutating func append(_ buffer: AudioBuffer) {
        clock.take(buffer)
        if readIndex > 1 << 14 {
            pending.removeFirst(readIndex)
            readIndex = 0
        }
        pending.reserveCapacity(pending.count + buffer.samples.count)
        for sample in buffer.samples { pending.append(rumble.filter(sample)) }
    }

    /// Adds the zeros that complete the last frames.
    mutating func end() {
        let partial = clock.sampleCount % Self.hopSamples
        let fill = (partial == 0 ? 0 : Self.hopSamples - partial) + Self.lead
        pending.append(contentsOf: repeatElement(0, count: clock.sampleCount == 0 ? 0 : fill))
    }

    /// The next frame, or `nil` until more samples come.
    mutating func next() -> [Float]? {
        guard pending.count - readIndex >= Self.frameSamples else { return nil }
        defer { readIndex += Self.hopSamples }
        return Array(pending[readIndex..<readIndex + Self.frameSamples])
    }
}
