import Speech

/// Plays audio on a loudspeaker.
public actor Speaker {
    private let device: String?
    private let queue = SerialQueue(label: "viva.audio.speaker")

    /// The speaker's own thread: waiting for it to play holds up nobody else.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// A loudspeaker by its name in `Microphone.devices()` or a part of it; `nil` is the default.
    public init(device: String? = nil) {
        self.device = device
    }

    /// Whether there is such a loudspeaker.
    public var isAvailable: Bool {
        do {
            let session = try PortAudioSession()
            _ = try session.device(device, for: .playing)
            return true
        } catch {
            return false
        }
    }

    /// Plays one channel and returns when it was heard; falls silent at once when the task is cancelled.
    ///
    /// - Parameters:
    ///   - samples: The audio, full scale at -1 and 1; what is beyond is limited, what is no number is silence.
    ///   - sampleRateHz: 1,000...768,000; converted when the device does not take it.
    /// - Throws: `AudioError.noDevice`, `noSuchDevice`, `deviceFailed`, `unsupported`, or `cancelled`.
    public func play(_ samples: [Float], sampleRateHz: Int) throws(AudioError) {
        guard AudioFile.sampleRatesHz.contains(sampleRateHz) else {
            throw .unsupported(path: "the audio to play", what: "its sample rate is \(sampleRateHz) Hz")
        }
        guard !samples.isEmpty else { return }
        let stream = try PortAudioStream(.playing, device: device, preferredRateHz: sampleRateHz)
        let resampler = try Resampler(fromHz: sampleRateHz, toHz: stream.sampleRateHz)
        var report = AudioReport()
        let chunk = sampleRateHz / 20
        for start in stride(from: 0, to: samples.count, by: chunk) {
            if Task.isCancelled {
                stream.abort()
                throw .cancelled
            }
            let end = min(samples.count, start + chunk)
            let sound = Channel.mix.mono(Array(samples[start..<end]), channels: 1, report: &report)
            let converted = try resampler.convert(sound, isLast: end == samples.count)
            let frames =
                stream.channels == 1
                ? converted : converted.flatMap { Array(repeating: $0, count: stream.channels) }
            if !frames.isEmpty { try stream.write(frames[...]) }
        }
        try stream.drain()
    }
}
