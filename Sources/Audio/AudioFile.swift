public import Programs

/// A recording that was opened and found to be audio.
///
/// ```swift
/// let file = try await AudioFile.open(.file(path: "answer.m4a"))
/// let stream = try file.buffers()
/// while let buffer = try await stream.next() { ... }
/// for warning in await stream.report.warnings { print(warning) }
/// ```
public struct AudioFile: Sendable {
    /// The fewest and the most samples a second that are taken: telephony is 8,000, studio recorders end at
    /// 768,000.
    public static let sampleRatesHz = 1_000...768_000
    /// The most channels that are taken.
    public static let channelLimit = 32

    /// What the recording says of itself.
    public let info: AudioInfo
    /// The recording as messages and reports name it.
    public let name: String

    let storage: Storage

    /// Where the samples are.
    enum Storage: Sendable {
        /// In a file that libsndfile reads.
        case file(StoredFile)
        /// In a pipe, once.
        case pipe(PipeSlot, promisedFrames: Int?)
    }

    /// A file that libsndfile reads, as it was when it was opened.
    struct StoredFile: Sendable {
        var path: String
        var identity: FileIdentity
        var frames = 0
        /// How many frames the header promises beyond those.
        var missingFrames = 0
        var promise = SoundFile.Promise.exact
        /// The header of a WAV file that does not say how long it is: its samples are read without
        /// libsndfile.
        var openEnded: WAVHeader?
        /// The file itself when it is a copy: its path is good only as long as this is there.
        var copy: TemporaryFile?
    }

    /// Opens a recording and finds out what it is.
    ///
    /// WAV, RF64, W64, AIFF, FLAC, Ogg (Vorbis, Opus) and MP3 are read directly, all else through an
    /// installed `ffmpeg`. What comes through a pipe is read as it arrives when it is WAV or raw, and stored
    /// first otherwise.
    ///
    /// - Parameters:
    ///   - input: The recording.
    ///   - name: How messages call it; `nil` for its path.
    ///   - programs: Where `ffmpeg` is looked for.
    /// - Throws: `AudioError`, which says whether the file is missing, unreadable, empty, cut off in its
    ///   header, a sound file without sound, or not audio.
    public static func open(
        _ input: AudioInput, name: String? = nil, programs: SearchPath = .environment
    ) async throws(AudioError) -> AudioFile {
        try await AudioOpener(name: name ?? input.name, programs: programs).open(input)
    }

    /// The passes that a selection takes over this recording.
    ///
    /// - Throws: `AudioError.notStereo` for `left` or `right` of a recording with one channel.
    public func passes(_ selection: ChannelSelection) throws(AudioError) -> [Channel] {
        try selection.passes(channels: info.channels, of: name)
    }

    /// The audio of one pass, from the start of the recording.
    ///
    /// A file can be read as often as needed, also by several tasks at once; a pipe once.
    ///
    /// - Throws: `AudioError.noSuchChannel`, `alreadyRead` for a pipe, or why the file cannot be opened
    ///   again.
    public func buffers(_ channel: Channel = .mix) throws(AudioError) -> AudioStream {
        if case .channel(let index) = channel, !(0..<info.channels).contains(index) {
            throw .noSuchChannel(path: name, channel: index, channels: info.channels)
        }
        var plan = AudioReader.Plan(
            name: name, channel: channel, sampleRateHz: info.sampleRateHz, channels: info.channels)
        switch storage {
        case .pipe(let slot, let promisedFrames):
            guard let pipe = slot.take() else { throw .alreadyRead(path: name) }
            plan.promisedFrames = promisedFrames
            return AudioStream(reader: try AudioReader(plan, source: .pipe(pipe)))
        case .file(let stored):
            plan.promisedFrames = stored.frames
            plan.missingFrames = stored.missingFrames
            plan.promise = stored.promise
            plan.sizeBytes = stored.identity.sizeBytes
            let source = try reopen(stored)
            return AudioStream(reader: try AudioReader(plan, source: source))
        }
    }

    /// Opens the file once more; it must be the same file with the same kind of audio.
    private func reopen(_ stored: StoredFile) throws(AudioError) -> sending SampleSource {
        let descriptor = try Descriptor(reading: stored.path, name: name)
        let identity = try descriptor.identity(name: name)
        guard identity.isSameFile(as: stored.identity) else { throw .changedSinceOpened(path: name) }
        if let header = stored.openEnded {
            try descriptor.move(to: header.dataOffset, name: name)
            return .pipe(SamplePipe(descriptor: descriptor, header: header))
        }
        do {
            let file = try SoundFile(reading: descriptor)
            guard file.channels == info.channels, file.sampleRateHz == info.sampleRateHz else {
                throw AudioError.changedSinceOpened(path: name)
            }
            return .file(file)
        } catch let refusal as SoundFile.Refusal {
            throw .readFailed(path: name, atSeconds: 0, reason: refusal.reason)
        } catch {
            throw .changedSinceOpened(path: name)
        }
    }
}
