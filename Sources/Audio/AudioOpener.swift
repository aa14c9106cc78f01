internal import Programs
import Speech
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Finds out what a recording is, on a thread of its own: a pipe may keep it waiting.
actor AudioOpener {
    private let name: String
    private let programs: SearchPath
    private let storageLimitBytes: Int
    private let queue = SerialQueue(label: "viva.audio.opener")

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Opens the recording called `name`; a copy of it may take `storageLimitBytes`.
    init(name: String, programs: SearchPath, storageLimitBytes: Int = FFmpeg.outputLimitBytes) {
        self.name = name
        self.programs = programs
        self.storageLimitBytes = storageLimitBytes
    }

    func open(_ input: AudioInput) async throws(AudioError) -> AudioFile {
        switch input {
        case .file(let path):
            let descriptor = try Descriptor(reading: path, name: name)
            return try await open(descriptor, path: path, rawFormat: nil)
        case .standardInput(let rawFormat):
            let descriptor = try Descriptor(duplicating: .standardInput, name: name)
            // Opened by its path, a redirected file can be read more than once and from its start.
            return try await open(descriptor, path: "/proc/\(getpid())/fd/0", rawFormat: rawFormat)
        }
    }

    /// Opens what a descriptor stands for; `path` leads to the same file.
    func open(
        _ descriptor: consuming Descriptor, path: String, rawFormat: RawFormat?
    ) async throws(AudioError) -> AudioFile {
        let kind = try descriptor.identity(name: name).kind
        switch kind {
        case .directory: throw .isDirectory(path: name)
        case .other: throw .notAFile(path: name)
        case .regular, .pipe: break
        }
        if let rawFormat { return try openRaw(descriptor, rawFormat) }
        return kind == .pipe ? try await openPipe(descriptor) : try await openFile(path, copy: nil)
    }

    private func openRaw(
        _ descriptor: consuming Descriptor, _ format: RawFormat
    ) throws(AudioError) -> AudioFile {
        let encoding = PCMEncoding(format.sampleFormat)
        let pipe = SamplePipe(
            descriptor: descriptor, encoding: encoding, sampleRateHz: format.sampleRateHz,
            channels: format.channels)
        return try audioFile(reading: pipe, container: "raw", promisedFrames: nil)
    }

    /// WAV is read as it arrives; other formats are stored first, because their decoders go back and forth.
    private func openPipe(_ descriptor: consuming Descriptor) async throws(AudioError) -> AudioFile {
        var seen: [UInt8] = []
        if let header = try wavHeader(descriptor, seen: &seen) {
            let pipe = SamplePipe(descriptor: descriptor, header: header)
            let promisedFrames = header.dataBytes.map { $0 / header.frameBytes }
            return try audioFile(reading: pipe, container: "WAV", promisedFrames: promisedFrames)
        }
        guard !seen.isEmpty else { throw .empty(path: name) }
        let copy = try TemporaryFile()
        try store(seen, descriptor, in: copy)
        return try await openFile(copy.path, copy: copy)
    }

    /// The header of bare samples in WAV, or `nil` when something else came; `seen` is what was read to find
    /// out.
    private func wavHeader(
        _ descriptor: borrowing Descriptor, seen: inout [UInt8]
    ) throws(AudioError) -> WAVHeader? {
        do {
            return try WAVHeader { (count) throws(AudioError) in
                let bytes = try descriptor.read(count: count, name: name)
                seen += bytes
                return bytes
            }
        } catch WAVHeader.Failure.truncated(let reason) {
            throw .headerTruncated(path: name, reason: reason)
        } catch let error as AudioError {
            throw error
        } catch {
            return nil
        }
    }

    private func audioFile(
        reading pipe: consuming sending SamplePipe, container: String, promisedFrames: Int?
    ) throws(AudioError) -> AudioFile {
        let info = AudioInfo(
            format: "\(container), \(pipe.encoding.name)", sampleRateHz: pipe.sampleRateHz,
            channels: pipe.channels,
            durationSeconds: promisedFrames.map { Double($0) / Double(pipe.sampleRateHz) })
        try check(info)
        let slot = PipeSlot(pipe)
        return AudioFile(info: info, name: name, storage: .pipe(slot, promisedFrames: promisedFrames))
    }

    /// Copies a pipe to a file.
    private func store(_ first: [UInt8], _ descriptor: borrowing Descriptor, in copy: TemporaryFile)
        throws(AudioError)
    {
        do {
            var bytes = first
            var total = 0
            while !bytes.isEmpty {
                total += bytes.count
                guard total <= storageLimitBytes else {
                    throw AudioError.tooLarge(path: name, limitBytes: storageLimitBytes)
                }
                try copy.descriptor.file.writeAll(bytes)
                bytes = try descriptor.read(count: 65_536, name: name)
            }
        } catch let error as AudioError {
            throw error
        } catch {
            throw .temporaryStorageFailed(path: TemporaryFile.folder, reason: "\(error)")
        }
    }

    /// Opens a file with libsndfile, or else with ffmpeg.
    private func openFile(_ path: String, copy: TemporaryFile?) async throws(AudioError) -> AudioFile {
        switch try openDirectly(path, copy: copy) {
        case .success(let file):
            guard case .file(let stored) = file.storage, stored.promise == .guess else { return file }
            return try await decodeToTheEnd(path) ?? file
        case .failure(let refusal):
            return try await decode(path, refusal: refusal.reason)
        }
    }

    /// Decodes with ffmpeg what libsndfile may stop reading early; `nil` when ffmpeg is not there or refuses
    /// it, and reading must do with what libsndfile gives and warn.
    private func decodeToTheEnd(_ path: String) async throws(AudioError) -> AudioFile? {
        do throws(AudioError) {
            return try await decode(path, refusal: "its header does not say how long it is")
        } catch .cancelled {
            throw .cancelled
        } catch {
            return nil
        }
    }

    /// Opens what ffmpeg makes of a file; `refusal` is why libsndfile is not enough.
    private func decode(_ path: String, refusal: String) async throws(AudioError) -> AudioFile {
        let ffmpeg = try FFmpeg(programs: programs, name: name, refusal: refusal)
        let decoded = try await ffmpeg.decode(
            path, name: name, refusal: refusal, outputLimitBytes: storageLimitBytes)
        switch try openDirectly(decoded.file.path, copy: decoded.file, original: decoded) {
        case .success(let file): return file
        case .failure(let error): throw .decoderFailed(path: name, program: "ffmpeg", reason: error.reason)
        }
    }

    /// Opens a file with libsndfile; a refusal that ffmpeg may overcome is returned.
    private func openDirectly(
        _ path: String, copy: TemporaryFile?, original: FFmpeg.Decoded? = nil
    ) throws(AudioError) -> Result<AudioFile, SoundFile.Refusal> {
        let descriptor = try Descriptor(reading: path, name: name)
        let identity = try descriptor.identity(name: name)
        guard identity.sizeBytes > 0 else { throw .empty(path: name) }
        let header = try HeaderCheck(descriptor, sizeBytes: identity.sizeBytes, name: name)
        if let reason = header.truncation { throw .headerTruncated(path: name, reason: reason) }
        var stored = AudioFile.StoredFile(path: path, identity: identity, copy: copy)
        if let wav = header.openEnded { return .success(try audioFile(openEnded: wav, stored)) }
        let mp3 = try MP3Header(descriptor, name: name)
        try descriptor.move(to: 0, name: name)
        do {
            let file = try SoundFile(reading: descriptor)
            stored.missingFrames = header.missingFrames
            stored.promise = file.isMPEG && !mp3.countsFrames ? .guess : file.promise
            let found = try audioFile(file, stored, original: original)
            return .success(found)
        } catch let refusal as SoundFile.Refusal {
            return .failure(refusal)
        } catch let error as AudioError {
            throw error
        } catch {
            throw .cannotOpen(path: name, reason: "\(error)")
        }
    }

    /// Describes a WAV file that does not say how long it is: all that follows its header is samples.
    private func audioFile(
        openEnded header: WAVHeader, _ file: AudioFile.StoredFile
    ) throws(AudioError) -> AudioFile {
        var stored = file
        stored.openEnded = header
        stored.frames = (file.identity.sizeBytes - header.dataOffset) / header.frameBytes
        let info = AudioInfo(
            format: "WAV, \(header.encoding.name)", sampleRateHz: header.sampleRateHz,
            channels: header.channels,
            durationSeconds: Double(stored.frames) / Double(max(1, header.sampleRateHz)))
        try check(info)
        return AudioFile(info: info, name: name, storage: .file(stored))
    }

    /// Describes a file that libsndfile has opened.
    private func audioFile(
        _ file: borrowing SoundFile, _ found: AudioFile.StoredFile, original: FFmpeg.Decoded?
    ) throws(AudioError) -> AudioFile {
        var stored = found
        let isCounted = (0..<1 << 48).contains(file.frames)
        let info = AudioInfo(
            format: original?.format ?? file.format, sampleRateHz: file.sampleRateHz, channels: file.channels,
            durationSeconds: isCounted ? Double(file.frames) / Double(max(1, file.sampleRateHz)) : nil)
        try check(info)
        if let promised = original?.durationSeconds, let decoded = info.durationSeconds,
            promised - decoded > 0.5
        {
            stored.missingFrames = Int((promised - decoded) * Double(info.sampleRateHz))
        }
        guard file.frames > 0 else {
            let promised = Double(stored.missingFrames) / Double(info.sampleRateHz)
            throw .noSamples(path: name, promisedSeconds: promised > 0 ? promised : nil)
        }
        stored.frames = file.frames
        if !isCounted { stored.promise = .estimate }
        return AudioFile(info: info, name: name, storage: .file(stored))
    }

    private func check(_ info: AudioInfo) throws(AudioError) {
        guard AudioFile.sampleRatesHz.contains(info.sampleRateHz) else {
            throw .unsupported(path: name, what: "its sample rate is \(info.sampleRateHz) Hz")
        }
        guard (1...AudioFile.channelLimit).contains(info.channels) else {
            throw .unsupported(path: name, what: "it has \(info.channels) channels")
        }
    }
}
