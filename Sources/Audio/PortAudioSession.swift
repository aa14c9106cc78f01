internal import CPortAudio
internal import Synchronization

/// PortAudio between `Pa_Initialize` and `Pa_Terminate`; several may be open at once.
///
/// PortAudio is not safe to enter, leave or open streams with from two threads, so all of that goes through
/// `locked`. Reading and writing different streams at once is safe.
struct PortAudioSession: ~Copyable {
    private static let lock = Mutex(())

    /// Starts the sound system.
    init() throws(AudioError) {
        let code = Self.locked {
            viva_silence_audio_libraries()
            return Pa_Initialize()
        }
        guard code == Int32(paNoError.rawValue) else {
            throw .deviceFailed(device: "the sound system", action: "Starting", reason: Self.text(code))
        }
    }

    deinit {
        // A failure to stop leaves nothing to undo.
        _ = Self.locked { Pa_Terminate() }
    }

    /// Runs what must not run on two threads at once.
    static func locked<Result>(_ body: () -> sending Result) -> sending Result {
        lock.withLock { _ in body() }
    }

    /// PortAudio's words for an error, with those of the system beneath where it has any.
    static func text(_ code: PaError) -> String {
        let text = Pa_GetErrorText(code).map { String(cString: $0) } ?? "error \(code)"
        guard code == Int32(paUnanticipatedHostError.rawValue), let host = Pa_GetLastHostErrorInfo(),
            let words = host.pointee.errorText, words.pointee != 0
        else { return text }
        return "\(text): \(String(cString: words))"
    }

    /// All devices, in PortAudio's order: a device's place here is its number there.
    borrowing func devices() -> [AudioDevice] {
        let defaultInput = Pa_GetDefaultInputDevice()
        let defaultOutput = Pa_GetDefaultOutputDevice()
        return (0..<max(0, Pa_GetDeviceCount())).compactMap { index in
            guard let info = Pa_GetDeviceInfo(index)?.pointee else { return nil }
            return AudioDevice(
                name: info.name.map { String(cString: $0) } ?? "device \(index)",
                inputChannels: Int(info.maxInputChannels), outputChannels: Int(info.maxOutputChannels),
                defaultSampleRateHz: Int(info.defaultSampleRate.rounded()),
                isDefaultInput: index == defaultInput, isDefaultOutput: index == defaultOutput)
        }
    }

    /// The number of the device with a name, or of the default without one.
    ///
    /// A name fits when it is the device's, or else when it is a part of it, upper and lower case alike.
    borrowing func device(_ name: String?, for direction: AudioDirection) throws(AudioError) -> PaDeviceIndex
    {
        let devices = devices()
        let usable = devices.indices.filter { devices[$0].channels(direction) > 0 }
        guard let name else {
            let standard = usable.first { devices[$0].isDefault(direction) }
            guard let standard else { throw .noDevice(direction) }
            return PaDeviceIndex(standard)
        }
        let wanted = name.lowercased()
        let found =
            usable.first { devices[$0].name == name }
            ?? usable.first { !wanted.isEmpty && devices[$0].name.lowercased().contains(wanted) }
        guard let found else {
            throw .noSuchDevice(name: name, direction: direction, available: usable.map { devices[$0].name })
        }
        return PaDeviceIndex(found)
    }
}
