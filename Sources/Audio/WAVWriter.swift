import Speech

/// Writes a recording as a 16-bit WAV file that survives a crash.
///
/// Until it is finished the recording is in `path + ".part"`, a whole WAV file after every `append` and on
/// the disk within about a second; `finish()` gives it its name in one step, so that a file called `path` is
/// never half a recording. Only the user may read it.
///
/// With `ExistingFile.replace` the samples can be made again: they are in a file of a temporary name, which
/// is removed unless the writer is finished, and no `.part` stands in the way.
///
/// ```swift
/// let writer = try WAVWriter(path: "answer.wav", sampleRateHz: 16_000)
/// while let buffer = try await microphone.next() { try await writer.append(buffer.samples) }
/// try await writer.finish()
/// ```
public actor WAVWriter {
    /// What to do when the file is there already.
    public enum ExistingFile: Sendable, Hashable {
        /// Throw `AudioError.alreadyExists`.
        case refuse
        /// Replace it when the recording is finished; a link is written through, and a device, a pipe or a
        /// folder is refused.
        case replace
    }

    /// How long the file may become, in bytes: WAV counts in 32 bits, and readers take sizes in the last 64
    /// KiB below that for "unknown".
    public static let limitBytes = 0xFFFF_0000 - 1024

    /// Samples that were not a number or infinite and were written as silence.
    public private(set) var nonFiniteSamples = 0

    private let place: RecordingPlace
    private let sampleRateHz: Int
    private let channels: Int
    private let limitBytes: Int
    private var file: SoundFile?
    private var frames = 0
    private var lastSynchronised = ContinuousClock.now
    private let queue = SerialQueue(label: "viva.audio.writer")

    /// A power cut costs at most about so much of a recording.
    private static let synchronisationInterval = Duration.seconds(1)

    /// The writer's own thread: waiting for the disk holds up nobody else.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Begins a recording in `path + ".part"`, or in a temporary file to replace `path`.
    ///
    /// - Parameters:
    ///   - path: The name of the finished file.
    ///   - sampleRateHz: 1,000...768,000.
    ///   - channels: 1...32.
    ///   - ifExists: What to do when there is such a file.
    /// - Throws: `AudioError.alreadyExists`, `partialExists` when a crash left a recording behind that
    ///   should be recovered first, `notPermitted`, or `writeFailed` when the file cannot be made.
    public init(
        path: String, sampleRateHz: Int, channels: Int = 1, ifExists: ExistingFile = .refuse
    ) throws(AudioError) {
        try self.init(
            path: path, sampleRateHz: sampleRateHz, channels: channels, ifExists: ifExists,
            limitBytes: Self.limitBytes)
    }

    init(
        path: String, sampleRateHz: Int, channels: Int, ifExists: ExistingFile, limitBytes: Int
    ) throws(AudioError) {
        guard AudioFile.sampleRatesHz.contains(sampleRateHz), (1...AudioFile.channelLimit).contains(channels)
        else {
            throw .unsupported(
                path: path, what: "\(channels) channels at \(sampleRateHz) Hz cannot be written")
        }
        place = RecordingPlace(path: path, ifExists: ifExists)
        self.sampleRateHz = sampleRateHz
        self.channels = channels
        self.limitBytes = limitBytes
        let descriptor = try place.begin()
        do {
            file = try SoundFile(writingWAV: descriptor, sampleRateHz: sampleRateHz, channels: channels)
        } catch {
            place.removePartial()
            throw place.unsaved("Beginning", error.reason)
        }
    }

    /// Goes on with a recording that a crash left over in `path + ".part"`: what is written comes behind what there is.
    ///
    /// - Throws: `AudioError` as `recoverPartial`, `alreadyExists` when there is a finished file too.
    public init(continuing path: String) throws(AudioError) {
        place = RecordingPlace(path: path, ifExists: .refuse)
        _ = try place.repair()
        let opened: SoundFile
        do {
            opened = try SoundFile(appendingWAV: try place.reopen())
        } catch let error as SoundFile.Refusal {
            throw .notAudio(path: place.partialPath, reasons: [error.reason])
        } catch let error as AudioError {
            throw error
        } catch {
            throw place.unsaved("Opening", "\(error)")
        }
        sampleRateHz = opened.sampleRateHz
        channels = opened.channels
        frames = opened.frames
        limitBytes = Self.limitBytes
        file = consume opened
    }

    deinit {
        // Its name is nobody else's, and after `finish()` it is gone.
        if place.ifExists == .replace { place.removePartial() }
    }

    /// How much is written so far, in seconds.
    public var durationSeconds: Double { Double(frames) / Double(sampleRateHz) }

    /// Writes interleaved samples, full scale at -1 and 1; what is beyond is limited to full scale.
    ///
    /// - Parameter samples: Whole frames: a multiple of the number of channels.
    /// - Throws: `AudioError.writeFailed` for example when the disk is full, `fileFull` when WAV cannot hold
    ///   more; both name what is saved, which is nothing when the file was to replace another. The
    ///   recording can still be finished after either.
    public func append(_ samples: [Float]) throws(AudioError) {
        guard file != nil else { throw .alreadyFinished(path: place.path) }
        guard samples.count.isMultiple(of: channels) else {
            throw .unsupported(
                path: place.path, what: "\(samples.count) samples are not whole frames of \(channels)")
        }
        let added = samples.count / channels
        guard RecordingPlace.headerBytes + (frames + added) * channels * 2 <= limitBytes else {
            throw .fileFull(
                path: place.path, limitBytes: limitBytes, savedPath: savedPath,
                savedSeconds: savedSeconds)
        }
        let written = file?.write(finite(samples)) ?? 0
        frames += written
        guard written == added else {
            let reason = file?.failure() ?? "fewer bytes were taken than given"
            throw failure("Writing", reason)
        }
        try synchroniseWhenDue()
    }

    /// Waits for the disk about once a second, so that a power cut costs no more of a recording.
    private func synchroniseWhenDue() throws(AudioError) {
        guard place.ifExists == .refuse, lastSynchronised.duration(to: .now) >= Self.synchronisationInterval
        else { return }
        if let reason = file?.synchronise() { throw failure("Saving", reason) }
        lastSynchronised = .now
    }

    /// Writes the recording to the disk and gives it its name; returns its duration in seconds.
    ///
    /// - Throws: `AudioError.writeFailed` or `alreadyExists`; the recording is then still in `path +
    ///   ".part"`, unless the error says otherwise.
    @discardableResult
    public func finish() throws(AudioError) -> Double {
        guard file != nil else { throw .alreadyFinished(path: place.path) }
        file?.updateHeader()
        if let reason = file?.synchronise() { throw failure("Saving", reason) }
        file = nil
        if let naming = try place.commit() {
            let isSaved = naming.savedPath == place.path || place.ifExists == .refuse
            throw .writeFailed(
                path: place.path, action: "Naming", reason: naming.reason,
                savedPath: isSaved ? naming.savedPath : nil, savedSeconds: isSaved ? durationSeconds : 0)
        }
        return durationSeconds
    }

    /// Throws the recording away.
    ///
    /// - Throws: `AudioError.alreadyFinished`.
    public func discard() throws(AudioError) {
        guard file != nil else { throw .alreadyFinished(path: place.path) }
        file = nil
        place.removePartial()
    }

    /// Makes a recording whole that a crash left over in `path + ".part"`, and gives it its name.
    ///
    /// - Returns: Its duration, in seconds.
    /// - Throws: `AudioError.notFound` when nothing is left over, `alreadyExists` when there is a finished
    ///   file too, `empty`, `noSamples`, `headerTruncated` or `notAudio` when nothing can be saved;
    ///   the left-over file stays.
    @discardableResult
    public static func recoverPartial(at path: String) throws(AudioError) -> Double {
        let place = RecordingPlace(path: path, ifExists: .refuse)
        let seconds = try place.repair()
        if let naming = try place.commit() {
            throw .writeFailed(
                path: path, action: "Naming", reason: naming.reason, savedPath: naming.savedPath,
                savedSeconds: seconds)
        }
        return seconds
    }

    /// Makes a recording that a crash left over in `path + ".part"` a whole file where it is.
    ///
    /// - Returns: Its duration, in seconds.
    /// - Throws: `AudioError` as `recoverPartial`.
    @discardableResult
    public static func repairPartial(at path: String) throws(AudioError) -> Double {
        try RecordingPlace(path: path, ifExists: .refuse).repair()
    }

    private func finite(_ samples: [Float]) -> [Float] {
        guard let first = samples.firstIndex(where: { !$0.isFinite }) else { return samples }
        var samples = samples
        for index in first..<samples.count where !samples[index].isFinite {
            samples[index] = 0
            nonFiniteSamples += 1
        }
        return samples
    }

    /// Where the samples stay when writing ends here; a replacement is removed.
    private var savedPath: String? { place.ifExists == .refuse ? place.partialPath : nil }
    private var savedSeconds: Double { place.ifExists == .refuse ? durationSeconds : 0 }

    private func failure(_ action: String, _ reason: String) -> AudioError {
        .writeFailed(
            path: place.path, action: action, reason: reason, savedPath: savedPath,
            savedSeconds: savedSeconds)
    }
}
