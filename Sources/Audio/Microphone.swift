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
    private var recorded: BufferAssembler
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
        recorded = try BufferAssembler(sampleRateHz: stream.sampleRateHz, channels: stream.channels)
        deviceName = stream.deviceName
        self.stream = consume stream
        self.queue = queue
    }

    /// The next 0.1 s; after `stop()` what is left, and then `nil`.
    ///
    /// - Throws: `AudioError.deviceFailed` when the microphone is gone or stays silent on the line,
    ///   `cancelled` when the task is cancelled.
    public func next() throws(AudioError) -> AudioBuffer? {
        while !recorded.hasWholeBuffer, let rate = stream?.sampleRateHz {
            try record(frames: rate / 20)
        }
        return recorded.next()
    }

    /// Ends the recording and frees the device.
    ///
    /// What was said until now is not lost: `next()` goes on to give what the device still held, at most a
    /// second or so, and then `nil`.
    public func stop() {
        guard let rate = stream?.sampleRateHz else { return }
        // A device that fails now has nothing more to give; what came before is kept.
        let held = (try? stream?.readAvailable(frameLimit: rate * Self.drainLimitSeconds)) ?? nil
        stream = nil
        if held?.hasOverrun == true { overruns += 1 }
        // A conversion that fails loses the last moment only, and the recording ends here in any case.
        try? recorded.finish(held?.samples ?? [])
    }

    /// The most that is fetched of a device when it is stopped: twice what it was asked to hold.
    private static let drainLimitSeconds = 2

    private func record(frames: Int) throws(AudioError) {
        guard let recording = try stream?.read(frames: frames) else { return }
        if recording.hasOverrun { overruns += 1 }
        try recorded.append(recording.samples)
    }
}
