import Speech

/// Cuts a stream of samples into overlapping frames, whatever pieces it comes in.
///
/// Frame `i` is centred on the hop `i * hopSamples ..< (i + 1) * hopSamples`; what it would need from before the
/// start or after the end of the recording is zero. A constant offset is taken away by a one-pole high-pass at
/// 13 Hz, and samples that are not finite count as zero.
struct Framer: Sendable {
    /// 10 ms: short enough to place a boundary, the usual step of speech analysis.
    static let hopSamples = 160
    /// 40 ms: three periods of the lowest pitch looked for.
    static let frameSamples = 640
    /// The length of a hop, in seconds.
    static let hopSeconds = Double(hopSamples) / Double(AudioBuffer.sampleRateHz)
    /// Above any sane sample; keeps squares finite.
    private static let sampleLimit: Float = 1000

    private static let lead = (frameSamples - hopSamples) / 2

    private var pending = [Float](repeating: 0, count: Self.lead)
    private var readIndex = 0
    private var previousInput: Float?
    private var previousOutput: Float = 0
    /// Where the recording starts, from the first piece.
    private(set) var originSample: Int?
    /// How many samples came in.
    private(set) var sampleCount = 0

    /// Takes the next samples, which follow those before them: only the first piece's position is read.
    mutating func append(_ buffer: AudioBuffer) {
        if originSample == nil { originSample = buffer.startSample }
        if readIndex > 1 << 14 {
            pending.removeFirst(readIndex)
            readIndex = 0
        }
        pending.reserveCapacity(pending.count + buffer.samples.count)
        for sample in buffer.samples { pending.append(withoutOffset(sample)) }
        sampleCount += buffer.samples.count
    }

    /// Adds the zeros that complete the last frames.
    mutating func end() {
        let partial = sampleCount % Self.hopSamples
        let fill = (partial == 0 ? 0 : Self.hopSamples - partial) + Self.lead
        pending.append(contentsOf: repeatElement(0, count: sampleCount == 0 ? 0 : fill))
    }

    /// The next frame, or `nil` until more samples come.
    mutating func next() -> [Float]? {
        guard pending.count - readIndex >= Self.frameSamples else { return nil }
        defer { readIndex += Self.hopSamples }
        return Array(pending[readIndex..<readIndex + Self.frameSamples])
    }

    private mutating func withoutOffset(_ sample: Float) -> Float {
        let input = sample.isFinite ? min(max(sample, -Self.sampleLimit), Self.sampleLimit) : 0
        // The first sample is taken as the offset, so that a constant recording gives no step at its start.
        previousOutput = input - (previousInput ?? input) + 0.995 * previousOutput
        if abs(previousOutput) < 1e-9 { previousOutput = 0 }
        previousInput = input
        return previousOutput
    }
}
