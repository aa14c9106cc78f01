import Audio
import Programs
import Speech

/// All that a pass over a recording gave.
struct Heard {
    var samples: [Float] = []
    var report = AudioReport()
    /// Whether every buffer began where the one before ended, the first at 0, and all but the last were 0.1
    /// s.
    var isContiguous = true

    init(_ stream: AudioStream) async throws(AudioError) {
        var hasEnded = false
        while let buffer = try await stream.next() {
            if buffer.startSample != samples.count || hasEnded || buffer.samples.isEmpty {
                isContiguous = false
            }
            hasEnded = buffer.samples.count != AudioBuffer.sampleRateHz / 10
            samples += buffer.samples
        }
        report = await stream.report
    }

    init(_ path: String, _ channel: Channel = .mix, programs: SearchPath = .environment)
        async throws(AudioError)
    {
        try await self.init(AudioFile.open(.file(path: path), programs: programs).buffers(channel))
    }

    var seconds: Double { Double(samples.count) / Double(AudioBuffer.sampleRateHz) }
}
