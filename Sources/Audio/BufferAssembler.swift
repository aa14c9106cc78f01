internal import Speech

/// Makes mono buffers of 0.1 s at 16 kHz of what a device records.
struct BufferAssembler: ~Copyable {
    private let resampler: Resampler
    private let channels: Int
    private var report = AudioReport()
    private var pending: [Float] = []
    private var deliveredSamples: Int
    private var hasEnded = false

    /// Begins with nothing recorded, or after so many samples at 16 kHz.
    init(sampleRateHz: Int, channels: Int, startSample: Int = 0) throws(AudioError) {
        deliveredSamples = startSample
        resampler = try Resampler(fromHz: sampleRateHz, toHz: AudioBuffer.sampleRateHz)
        self.channels = channels
    }

    /// Whether a whole buffer is there.
    var hasWholeBuffer: Bool { pending.count >= AudioBuffer.sampleRateHz / 10 }

    /// Takes interleaved samples of the device.
    mutating func append(_ samples: [Float]) throws(AudioError) {
        try append(samples, isLast: false)
    }

    /// Takes the last samples; what the filter of the conversion held back comes out too.
    mutating func finish(_ samples: [Float]) throws(AudioError) {
        guard !hasEnded else { return }
        hasEnded = true
        try append(samples, isLast: true)
    }

    /// The next 0.1 s, or what is there when that is less; `nil` when nothing is.
    mutating func next() -> AudioBuffer? {
        guard !pending.isEmpty else { return nil }
        let count = min(AudioBuffer.sampleRateHz / 10, pending.count)
        let buffer = AudioBuffer(samples: Array(pending[..<count]), startSample: deliveredSamples)
        pending.removeFirst(count)
        deliveredSamples += count
        return buffer
    }

    private mutating func append(_ samples: [Float], isLast: Bool) throws(AudioError) {
        let mono = Channel.mix.mono(samples, channels: channels, report: &report)
        pending += try resampler.convert(mono, isLast: isLast).map { min(1, max(-1, $0)) }
    }
}
