internal import CPortAudio

/// One open stream of PortAudio, recording or playing interleaved floats.
struct PortAudioStream: ~Copyable {
    /// What was recorded.
    struct Recording: Sendable, Equatable {
        var samples: [Float]
        /// Whether audio was lost before it.
        var hasOverrun: Bool
    }

    /// How much a device may hold back until it is fetched, in seconds: a stalled reader loses nothing for
    /// so long.
    static let inputLatencySeconds = 1.0
    /// How long a device may stay silent on the line, in seconds, before it is taken for broken.
    static let stallSeconds = 5.0

    let deviceName: String
    let sampleRateHz: Int
    let channels: Int
    private let stream: UnsafeMutableRawPointer
    private let session: PortAudioSession

    /// Opens and starts a device, mono at `preferredRateHz`, or else as the device itself prefers.
    init(_ direction: AudioDirection, device name: String?, preferredRateHz: Int) throws(AudioError) {
        let session = try PortAudioSession()
        let index = try session.device(name, for: direction)
        let device = session.devices()[Int(index)]
        let own = device.defaultSampleRateHz
        let wide = min(2, device.channels(direction))
        var code = PaError(paNoError.rawValue)
        var opened: (stream: UnsafeMutableRawPointer, rate: Int, channels: Int)?
        for (rate, channels) in [(preferredRateHz, 1), (own, 1), (preferredRateHz, wide), (own, wide)] {
            let attempt = Self.open(direction, index: index, rate: rate, channels: channels)
            code = attempt.code
            if let stream = attempt.stream {
                opened = (stream, rate, channels)
                break
            }
        }
        guard let opened else {
            throw .deviceFailed(device: device.name, action: "Opening", reason: PortAudioSession.text(code))
        }
        deviceName = device.name
        sampleRateHz = opened.rate
        channels = opened.channels
        stream = opened.stream
        self.session = session
    }

    deinit {
        let stream = stream
        // Whether it was still running or not, it is gone after this.
        _ = PortAudioSession.locked { Pa_CloseStream(stream) }
    }

    private static func open(
        _ direction: AudioDirection, index: PaDeviceIndex, rate: Int, channels: Int
    ) -> (stream: UnsafeMutableRawPointer?, code: PaError) {
        let address: (UInt?, PaError) = PortAudioSession.locked {
            guard let info = Pa_GetDeviceInfo(index)?.pointee else {
                return (nil, PaError(paInvalidDevice.rawValue))
            }
            var parameters = PaStreamParameters()
            parameters.device = index
            parameters.channelCount = Int32(channels)
            parameters.sampleFormat = PaSampleFormat(0x0000_0001)  // paFloat32, a macro with a cast
            parameters.suggestedLatency =
                direction == .recording
                ? max(info.defaultHighInputLatency, inputLatencySeconds) : info.defaultHighOutputLatency
            var stream: UnsafeMutableRawPointer?
            let framesPerBuffer = UInt(rate / 50)
            // paClipOff: samples are limited already.
            let flags = PaStreamFlags(0x0000_0001)
            var code =
                direction == .recording
                ? Pa_OpenStream(&stream, &parameters, nil, Double(rate), framesPerBuffer, flags, nil, nil)
                : Pa_OpenStream(&stream, nil, &parameters, Double(rate), framesPerBuffer, flags, nil, nil)
            guard code == 0, let stream else { return (nil, code) }
            code = Pa_StartStream(stream)
            if code != 0 {
                Pa_CloseStream(stream)
                return (nil, code)
            }
            return (UInt(bitPattern: stream), code)
        }
        return (address.0.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }, address.1)
    }

    /// Waits for `frames` frames and returns them.
    ///
    /// Looks every few milliseconds instead of blocking, so that a cancelled task does not stay with a dead
    /// device.
    borrowing func read(frames: Int) throws(AudioError) -> Recording {
        var waitedMilliseconds = 0
        while true {
            let available = Pa_GetStreamReadAvailable(stream)
            if available < 0 { throw failure("Recording from", PaError(available)) }
            if available >= frames { break }
            if Task.isCancelled { throw .cancelled }
            guard Double(waitedMilliseconds) < Self.stallSeconds * 1000 else {
                throw .deviceFailed(
                    device: deviceName, action: "Recording from",
                    reason:
                        "no audio came for \(Int(Self.stallSeconds)) s; check that it is connected and not muted"
                )
            }
            Pa_Sleep(5)
            waitedMilliseconds += 5
        }
        var code: PaError = 0
        let samples = [Float](unsafeUninitializedCapacity: frames * channels) { buffer, filled in
            code = Pa_ReadStream(stream, buffer.baseAddress, UInt(frames))
            filled = frames * channels
        }
        let hasOverrun = code == PaError(paInputOverflowed.rawValue)
        guard code == 0 || hasOverrun else { throw failure("Recording from", code) }
        return Recording(samples: samples, hasOverrun: hasOverrun)
    }

    /// What the device holds at this moment, at most `frameLimit` frames; does not wait.
    borrowing func readAvailable(frameLimit: Int) throws(AudioError) -> Recording {
        let available = Pa_GetStreamReadAvailable(stream)
        if available < 0 { throw failure("Recording from", PaError(available)) }
        guard available > 0 else { return Recording(samples: [], hasOverrun: false) }
        return try read(frames: min(frameLimit, available))
    }

    /// Plays whole frames; waits for room.
    borrowing func write(_ samples: ArraySlice<Float>) throws(AudioError) {
        let code = samples.withUnsafeBufferPointer {
            Pa_WriteStream(stream, $0.baseAddress, UInt($0.count / channels))
        }
        // An underflow is a gap that was heard before this audio: there is nothing to mend any more.
        guard code == 0 || code == PaError(paOutputUnderflowed.rawValue) else {
            throw failure("Playing on", code)
        }
    }

    /// Waits until all that was written was heard.
    borrowing func drain() throws(AudioError) {
        let code = Pa_StopStream(stream)
        guard code == 0 else { throw failure("Playing on", code) }
    }

    /// Falls silent at once.
    borrowing func abort() {
        Pa_AbortStream(stream)
    }

    private borrowing func failure(_ action: String, _ code: PaError) -> AudioError {
        .deviceFailed(device: deviceName, action: action, reason: PortAudioSession.text(code))
    }
}
