internal import Programs
internal import Subprocess
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Decodes what libsndfile does not know (M4A, WebM, MP4, Matroska ...) with an installed `ffmpeg`, as a
/// separate process with limits: the files come from strangers.
struct FFmpeg {
    /// Processor time for one file, in seconds: ten hours of AAC take about two minutes.
    static let cpuLimitSeconds = 600
    /// How long one file may take by the clock: more than the processor time, for slow disks and busy
    /// machines, and an end to waiting for a file that never gives its data.
    static let wallLimit = Duration.seconds(3600)
    /// Address space of the process, in bytes: the libraries of ffmpeg alone map several hundred megabytes.
    static let memoryLimitBytes = 2 << 30
    /// Decoded audio of one file, in bytes: six hours of 48 kHz stereo.
    static let outputLimitBytes = 4 << 30

    /// Containers that ffmpeg may open: those of recordings, and none that names other files (playlists,
    /// `concat`).
    private static let containers = [
        "mov", "matroska", "webm", "aac", "ac3", "eac3", "asf", "avi", "flv", "mpegts", "mpeg", "caf", "amr",
        "ape",
        "wv", "tta", "dts", "dsf", "mp3", "ogg", "wav", "w64", "aiff", "au", "flac", "loas", "rm", "mlp",
        "truehd",
        "tak", "voc", "xwma", "3gp", "mp4", "m4a", "nut", "sln",
    ]

    /// What was decoded.
    struct Decoded: Sendable {
        /// The W64 file.
        var file: TemporaryFile
        /// The format of the original in words.
        var format: String
        /// How long the original says it is, in seconds; `nil` when it does not say.
        var durationSeconds: Double?
    }

    private let program: String
    private let limiter: String

    /// Finds the programs.
    ///
    /// - Throws: `AudioError.decoderMissing` with `refusal`, why the file needs ffmpeg.
    init(programs: SearchPath, name: String, refusal: String) throws(AudioError) {
        guard let program = programs.find("ffmpeg") else {
            throw .decoderMissing(path: name, program: "ffmpeg", package: "ffmpeg", reason: refusal)
        }
        guard let limiter = programs.find("prlimit") else {
            throw .decoderMissing(path: name, program: "prlimit", package: "util-linux", reason: refusal)
        }
        self.program = program
        self.limiter = limiter
    }

    /// The first audio stream of a file as a W64 file of 16-bit samples.
    ///
    /// - Throws: `AudioError.notAudio` with `refusal` when ffmpeg refuses the file too, `decoderFailed`,
    ///   `tooLarge`, `temporaryStorageFailed` or `cancelled`.
    func decode(
        _ path: String, name: String, refusal: String, outputLimitBytes: Int = Self.outputLimitBytes,
        wallLimit: Duration = Self.wallLimit
    ) async throws(AudioError) -> Decoded {
        let output = try TemporaryFile()
        let messages = try TemporaryFile()
        let arguments = arguments(
            from: absolute(path), to: output.path, outputLimitBytes: outputLimitBytes)
        let outcome = await run(arguments, messages: messages.path, name: name, wallLimit: wallLimit)
        if Task.isCancelled { throw .cancelled }
        guard let outcome else {
            throw .decoderFailed(
                path: name, program: "ffmpeg",
                reason: "it was stopped after \(wallLimit.components.seconds) s without an end")
        }
        let status = try outcome.get()
        let said = FFmpegMessages(path: messages.path)
        switch status {
        case .exited(0):
            return Decoded(file: output, format: said.format, durationSeconds: said.durationSeconds)
        case .signaled(24), .signaled(9):
            throw .decoderFailed(
                path: name, program: "ffmpeg",
                reason:
                    "it was stopped after \(Self.cpuLimitSeconds) s of processor time, or for lack of memory")
        case .signaled(25):
            throw .tooLarge(path: name, limitBytes: outputLimitBytes)
        case .signaled(let signal):
            throw .decoderFailed(path: name, program: "ffmpeg", reason: "it ended by signal \(signal)")
        case .exited:
            if said.complains(of: "File too large") {
                throw .tooLarge(path: name, limitBytes: outputLimitBytes)
            }
            if said.complains(of: "No space left on device") {
                throw .temporaryStorageFailed(path: TemporaryFile.folder, reason: "no space left on device")
            }
            if said.complains(of: "matches no streams.") {
                throw .unsupported(path: name, what: "it is a video without sound")
            }
            let reason = said.reason(path: "file:" + absolute(path))
            throw .notAudio(path: name, reasons: ["libsndfile: \(refusal)", "ffmpeg: \(reason)"])
        }
    }

    /// A limit of a file's size that this process may set: no higher than its own.
    private static func allowed(_ bytes: Int) -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return bytes }
        return limit.rlim_max == rlim_t.max ? bytes : min(bytes, Int(clamping: limit.rlim_max))
    }

    private func arguments(from path: String, to output: String, outputLimitBytes: Int) -> [String] {
        [
            "--cpu=\(Self.cpuLimitSeconds)", "--as=\(Self.memoryLimitBytes)",
            "--fsize=\(Self.allowed(outputLimitBytes))",
            "--core=0",
            program, "-nostdin", "-hide_banner", "-nostats", "-loglevel", "info", "-threads", "1",
            "-protocol_whitelist", "file,pipe", "-format_whitelist", Self.containers.joined(separator: ","),
            "-i", "file:\(path)", "-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1",
            // The output is there already, open and without a name.
            "-c:a", "pcm_s16le", "-f", "w64", "-y", "file:\(output)",
        ]
    }

    /// Runs ffmpeg to its end; `nil` when it was stopped by the limit or the task was cancelled.
    private func run(
        _ arguments: [String], messages: String, name: String, wallLimit: Duration
    ) async -> Result<TerminationStatus, AudioError>? {
        await withTaskGroup(of: Result<TerminationStatus, AudioError>?.self) { group in
            group.addTask { await run(arguments, messages: messages, name: name) }
            group.addTask {
                // It ends early only by cancellation, which ends the program too.
                try? await Task.sleep(for: wallLimit)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
    }

    private func run(
        _ arguments: [String], messages: String, name: String
    ) async -> Result<TerminationStatus, AudioError> {
        do {
            let log = try FileDescriptor.open(FilePath(messages), .writeOnly, options: [.closeOnExec])
            let status = try await Subprocess.run(
                .path(FilePath(limiter)), arguments: Arguments(arguments),
                environment: .custom(["LC_ALL": "C"]),
                workingDirectory: "/", output: .discarded,
                error: .fileDescriptor(log, closeAfterSpawningProcess: true)
            ).terminationStatus
            return .success(status)
        } catch {
            return .failure(.decoderFailed(path: name, program: "ffmpeg", reason: "\(error)"))
        }
    }

    private func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}
