internal import CSndFile
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// One sound file as libsndfile sees it, open for reading or for writing.
struct SoundFile: ~Copyable {
    /// Why libsndfile refused a file.
    struct Refusal: Error, Sendable, Equatable {
        /// What kind of refusal it is.
        enum Kind: Sendable, Equatable {
            case unrecognised
            case malformed
            case unsupported
            case system
        }
        var kind: Kind
        var reason: String
    }

    /// How firmly the header's number of frames can be believed.
    enum Promise: Sendable, Hashable {
        /// The header states it: fewer frames mean that the file was cut short.
        case exact
        /// It was estimated from the size of the file.
        case estimate
        /// It was estimated from the beginning of a file whose bit rate may change: the end may be far
        /// behind.
        case guess
    }

    let frames: Int
    let sampleRateHz: Int
    let channels: Int
    let format: String
    let promise: Promise
    /// Whether it is MP3 or one of its elder kin.
    let isMPEG: Bool
    /// The file that libsndfile reads or writes.
    let descriptor: Descriptor
    private let handle: OpaquePointer

    deinit {
        // Nothing is lost when it fails: samples are written as they come and the header after each of them.
        sf_close(handle)
    }

    /// Opens a file for reading, from the place the descriptor is at.
    init(reading descriptor: consuming Descriptor) throws(Refusal) {
        var info = SF_INFO()
        guard let handle = sf_open_fd(try Self.copy(of: descriptor), Int32(SFM_READ), &info, 1) else {
            throw Self.openingRefusal()
        }
        self.handle = handle
        self.descriptor = descriptor
        frames = Int(clamping: info.frames)
        sampleRateHz = Int(info.samplerate)
        channels = Int(info.channels)
        format = Self.name(of: info.format)
        let major = Int(info.format) & Int(SF_FORMAT_TYPEMASK)
        isMPEG = major == Int(SF_FORMAT_MPEG)
        promise = [Int(SF_FORMAT_OGG), Int(SF_FORMAT_MPEG)].contains(major) ? .estimate : .exact
        // Without it a float file whose samples are integers would come back as it is; both are wanted
        // normalised.
        sf_command(handle, Int32(SFC_SET_NORM_FLOAT), nil, 1)
    }

    /// Begins a WAV file of 16-bit samples.
    init(writingWAV descriptor: consuming Descriptor, sampleRateHz: Int, channels: Int) throws(Refusal) {
        var info = SF_INFO()
        info.samplerate = Int32(clamping: sampleRateHz)
        info.channels = Int32(clamping: channels)
        info.format = Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_PCM_16)
        guard sf_format_check(&info) != 0 else {
            throw Refusal(
                kind: .unsupported, reason: "\(channels) channels at \(sampleRateHz) Hz do not fit WAV")
        }
        guard let handle = sf_open_fd(try Self.copy(of: descriptor), Int32(SFM_WRITE), &info, 1) else {
            throw Self.openingRefusal()
        }
        self.handle = handle
        self.descriptor = descriptor
        frames = 0
        self.sampleRateHz = sampleRateHz
        self.channels = channels
        format = Self.name(of: info.format)
        promise = .exact
        isMPEG = false
        // The header is right after every write, so a crash leaves a WAV file that any program reads.
        sf_command(handle, Int32(SFC_SET_UPDATE_HEADER_AUTO), nil, 1)
        sf_command(handle, Int32(SFC_SET_CLIPPING), nil, 1)
    }

    /// Opens a WAV file of 16-bit samples to write on behind those that it has.
    init(appendingWAV descriptor: consuming Descriptor) throws(Refusal) {
        var info = SF_INFO()
        guard let handle = sf_open_fd(try Self.copy(of: descriptor), Int32(SFM_RDWR), &info, 1) else {
            throw Self.openingRefusal()
        }
        guard info.format == Int32(SF_FORMAT_WAV) | Int32(SF_FORMAT_PCM_16),
            sf_seek(handle, 0, Int32(SEEK_END) | Int32(SFM_WRITE)) == info.frames
        else {
            sf_close(handle)
            throw Refusal(kind: .unsupported, reason: "it is not the WAV file of a recording")
        }
        self.handle = handle
        self.descriptor = descriptor
        frames = Int(clamping: info.frames)
        sampleRateHz = Int(info.samplerate)
        channels = Int(info.channels)
        format = Self.name(of: info.format)
        promise = .exact
        isMPEG = false
        sf_command(handle, Int32(SFC_SET_UPDATE_HEADER_AUTO), nil, 1)
        sf_command(handle, Int32(SFC_SET_CLIPPING), nil, 1)
    }

    /// The next interleaved samples, at most `frameLimit` frames; empty at the end or where the file is
    /// damaged.
    borrowing func read(frameLimit: Int) -> [Float] {
        [Float](unsafeUninitializedCapacity: frameLimit * channels) { samples, filled in
            guard let start = samples.baseAddress else { return }
            filled = max(0, Int(sf_readf_float(handle, start, Int64(frameLimit)))) * channels
        }
    }

    /// What the last read or write failed with; `nil` when it did not fail.
    borrowing func failure() -> String? {
        sf_error(handle) == 0 ? nil : Self.sentence(sf_strerror(handle))
    }

    /// Whether what failed last was a call to the system.
    borrowing func hasSystemFailure() -> Bool { Int(sf_error(handle)) == Int(SF_ERR_SYSTEM) }

    /// Writes interleaved samples, a whole number of frames; returns how many frames were written.
    borrowing func write(_ samples: [Float]) -> Int {
        samples.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { return 0 }
            return Int(sf_writef_float(handle, start, Int64(samples.count / channels)))
        }
    }

    /// Brings the header up to date with what was written.
    borrowing func updateHeader() {
        sf_command(handle, Int32(SFC_UPDATE_HEADER_NOW), nil, 0)
    }

    /// Waits until what was written is on the disk; returns why that failed.
    borrowing func synchronise() -> String? {
        // The length of the file goes to the disk with its bytes; only its times may be older.
        if fdatasync(descriptor.file.rawValue) == 0 || errno == EINVAL { return nil }
        return Errno(rawValue: errno).description
    }

    /// A descriptor for libsndfile to keep: version 1.2 closes the one it was given when it refuses the
    /// file, whether it was told to or not, so it gets one of its own.
    /// No program that is started meanwhile gets it: what was removed would stay on the disk for as long as that lives.
    private static func copy(of descriptor: borrowing Descriptor) throws(Refusal) -> Int32 {
        let copy = fcntl(descriptor.file.rawValue, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else {
            throw Refusal(kind: .system, reason: Errno(rawValue: errno).description)
        }
        return copy
    }

    private static func openingRefusal() -> Refusal {
        let kind: Refusal.Kind =
            switch Int(sf_error(nil)) {
            case Int(SF_ERR_UNRECOGNISED_FORMAT): .unrecognised
            case Int(SF_ERR_SYSTEM): .system
            case Int(SF_ERR_UNSUPPORTED_ENCODING): .unsupported
            default: .malformed
            }
        return Refusal(kind: kind, reason: sentence(viva_sf_open_error()))
    }

    /// libsndfile's message without its prefix and its full stop.
    private static func sentence(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "unknown reason" }
        var text = String(cString: message)
        for prefix in ["Error : ", "Error: ", "System error : "] where text.hasPrefix(prefix) {
            text.removeFirst(prefix.count)
        }
        while text.hasSuffix(".") || text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    private static func name(of format: Int32) -> String {
        let parts = [Int(format) & Int(SF_FORMAT_TYPEMASK), Int(format) & Int(SF_FORMAT_SUBMASK)]
        return parts.compactMap { part in
            var info = SF_FORMAT_INFO()
            info.format = Int32(truncatingIfNeeded: part)
            let size = Int32(MemoryLayout<SF_FORMAT_INFO>.size)
            guard sf_command(nil, Int32(SFC_GET_FORMAT_INFO), &info, size) == 0, let name = info.name else {
                return nil
            }
            return String(cString: name)
        }.joined(separator: ", ")
    }
}
