/// Why audio could not be opened, read, written, recorded or played.
///
/// `path` is the file as the caller named it, or `standard input`.
public enum AudioError: Error, Sendable, Equatable {
    // Opening

    /// There is no such file.
    case notFound(path: String)
    /// The path is a folder.
    case isDirectory(path: String)
    /// The path is neither a file nor a pipe, for example a device or a socket.
    case notAFile(path: String)
    /// The user may not do `action` ("read", "write") there.
    case notPermitted(path: String, action: String)
    /// The system refused to open the file for another reason.
    case cannotOpen(path: String, reason: String)
    /// The file has no bytes, or nothing came through the pipe.
    case empty(path: String)
    /// It is a sound file without a single sample; `promisedSeconds` is what its header says it should hold.
    case noSamples(path: String, promisedSeconds: Double?)
    /// It begins like a sound file and ends within the header.
    case headerTruncated(path: String, reason: String)
    /// No decoder takes it for audio; the reasons are one from each that tried.
    case notAudio(path: String, reasons: [String])
    /// It may be audio that only a program that is not installed can decode.
    case decoderMissing(path: String, program: String, package: String, reason: String)
    /// The program that decodes it was stopped by a limit or failed.
    case decoderFailed(path: String, program: String, reason: String)
    /// It is audio of a shape that is not supported.
    case unsupported(path: String, what: String)
    /// The left or right channel was asked of a recording that has one channel.
    case notStereo(path: String, asked: ChannelSelection)
    /// A channel (counted from 0) was asked that the recording does not have.
    case noSuchChannel(path: String, channel: Int, channels: Int)

    // Reading

    /// A pipe can be read once and was.
    case alreadyRead(path: String)
    /// Another file stands where the opened one was.
    case changedSinceOpened(path: String)
    /// Reading failed at a time of the recording.
    case readFailed(path: String, atSeconds: Double, reason: String)
    /// The conversion of the sample rate failed.
    case conversionFailed(fromHz: Int, toHz: Int, reason: String)
    /// The recording would need more temporary storage than one may have.
    case tooLarge(path: String, limitBytes: Int)
    /// The private folder for decoded audio could not be used.
    case temporaryStorageFailed(path: String, reason: String)

    // Writing

    /// A file of that name is there already and was not to be replaced.
    case alreadyExists(path: String)
    /// An unfinished recording of that name is left over from a crash.
    case partialExists(path: String)
    /// The file cannot be made or written; what was recorded until then is in `savedPath`, `nil` when
    /// nothing is kept.
    case writeFailed(path: String, action: String, reason: String, savedPath: String?, savedSeconds: Double)
    /// A WAV file cannot hold more; what was recorded until then is in `savedPath`, `nil` when nothing is
    /// kept.
    case fileFull(path: String, limitBytes: Int, savedPath: String?, savedSeconds: Double)
    /// The file was finished or discarded before.
    case alreadyFinished(path: String)

    // Devices

    /// There is no device to record from or to play on.
    case noDevice(AudioDirection)
    /// There is no device of that name; `available` are those that are there.
    case noSuchDevice(name: String, direction: AudioDirection, available: [String])
    /// A device, or the sound system, refused what was being done.
    case deviceFailed(device: String, action: String, reason: String)

    /// The task was cancelled: also what a read or a recording throws that was cancelled on its way, so
    /// that a caller can tell an interruption from the end of the audio.
    case cancelled
}
