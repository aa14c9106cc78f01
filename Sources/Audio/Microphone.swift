public import Speech

/// Records from a microphone: mono, 16 kHz, 0.1 s a buffer, without gaps in `startSample` from 0 on.
///
/// A second of audio is kept for a caller that is late; what is lost beyond that is counted in `overruns`,
/// and the recording is shorter than the clock by it.
public actor Microphone {
    /// How often audio was lost because it was not fetched in time.
    public private(set) var overruns = 0
    /// The device that records, by the name of `devices()`.
    public nonisolated let deviceName: String

    private var stream: PortAudioStream?
    private let resampler: Resampler
    private var report = AudioReport()
    private var pending: [Float] = []
    private var deliveredSamples = 0
    private let queue: SerialQueue

    /// The microphone's own thread: waiting for audio holds up nobody else.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// The devices of the machine; none without a sound system.
    ///
    /// - Throws: `AudioError.deviceFailed` when the sound system does not start.
    public static func devices() async throws(AudioError) -> [AudioDevice] {
        try await DeviceList().devices()
    }

    /// Opens a microphone and starts to record.
    ///
    /// - Parameter device: A name of `devices()` or a part of it; `nil` for the default.
    /// - Throws: `AudioError.noDevice`, `noSuchDevice`, or `deviceFailed` with the sound system's reason.
    public static func open(device: String? = nil) async throws(AudioError) -> Microphone {
        try await DeviceList().microphone(device)
    }

    init(device: String?, queue: SerialQueue) throws(AudioError) {
        let stream = try PortAudioStream(
            .recording, device: device, preferredRateHz: AudioBuffer.sampleRateHz)
        resampler = try Resampler(fromHz: stream.sampleRateHz, toHz: AudioBuffer.sampleRateHz)
        deviceName = stream.deviceName
        self.stream = consume stream
        self.queue = queue
    }

    /// The next 0.1 s; after `stop()` what is left, and then `nil`.
    ///
    /// - Throws: `AudioError.deviceFailed` when the microphone is gone or stays silent on the line,
    ///   `cancelled` when the task is cancelled.
    public func next() throws(AudioError) -> AudioBuffer? {
        let bufferSamples = AudioBuffer.sampleRateHz / 10
        while pending.count < bufferSamples, let rate = stream?.sampleRateHz {
            try record(frames: rate / 20)
        }
        guard !pending.isEmpty else { return nil }
        let count = min(bufferSamples, pending.count)
        let buffer = AudioBuffer(samples: Array(pending[..<count]), startSample: deliveredSamples)
        pending.removeFirst(count)
        deliveredSamples += count
        return buffer
    }

    /// Ends the recording and frees the device.
    public func stop() {
        stream = nil
    }

    private func record(frames: Int) throws(AudioError) {
        guard let recording = try stream?.read(frames: frames), let channels = stream?.channels else {
            return
        }
        if recording.hasOverrun { overruns += 1 }
        let mono = Channel.mix.mono(recording.samples, channels: channels, report: &report)
        pending += try resampler.convert(mono, isLast: false).map { min(1, max(-1, $0)) }
    }
}
