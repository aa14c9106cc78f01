public import Speech

/// Records from a microphone.
public actor Microphone {
    /// How often audio was lost because it was not fetched in time.
    public private(set) var overruns = 0

    /// The devices of the machine.
    public static func devices() async throws(AudioError) -> [AudioDevice] { [] }

    /// Opens a microphone and starts to record; `device` is a name of `devices()`, `nil` the default.
    public static func open(device: String? = nil) async throws(AudioError) -> Microphone {
        throw .noDevice(.recording)
    }

    /// The next 0.1 s of audio, mono at 16 kHz; `nil` after `stop()`.
    public func next() async throws(AudioError) -> AudioBuffer? { nil }

    /// Ends the recording.
    public func stop() {}
}
