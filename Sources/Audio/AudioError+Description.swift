import Speech

extension AudioError: CustomStringConvertible {
    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        openingDescription ?? readingDescription ?? writingDescription ?? deviceDescription
    }

    private var openingDescription: String? {
        switch self {
        case .notFound(let path):
            "There is no file \(path): check the name."
        case .isDirectory(let path):
            "\(path) is a folder: name the recordings in it."
        case .notAFile(let path):
            "\(path) is neither a file nor a pipe: name a recording."
        case .notPermitted(let path, let action):
            "You are not allowed to \(action) \(path): change its permissions or choose another place."
        case .cannotOpen(let path, let reason):
            "\(path) could not be opened: \(reason)."
        case .empty(let path):
            "\(path) is empty: nothing was recorded or the copy failed."
        case .noSamples(let path, let promised):
            "\(path) is a sound file without any sound"
                + (promised.map { ", though its header promises \(Self.text($0)) s" } ?? "")
                + ": record or copy it again."
        case .headerTruncated(let path, let reason):
            "\(path) ends within its header (\(reason)): copy it again."
        case .notAudio(let path, let reasons):
            "\(path) is not audio: \(reasons.joined(separator: "; "))."
        case .decoderMissing(let path, let program, let package, let reason):
            "\(path) cannot be read without \(program), which is not installed (\(reason)): "
                + "`apt-get install \(package)`."
        case .decoderFailed(let path, let program, let reason):
            "Decoding \(path) with \(program) failed: \(reason)."
        case .unsupported(let path, let what):
            "\(path) cannot be used: \(what)."
        case .notStereo(let path, let asked):
            "\(path) has one channel, so it has no \(asked.rawValue) channel: leave the selection out."
        case .noSuchChannel(let path, let channel, let channels):
            "\(path) has no channel \(channel + 1): it has \(channels)."
        default: nil
        }
    }

    private var readingDescription: String? {
        switch self {
        case .alreadyRead(let path):
            "\(path) is a pipe and was read already: save it to a file to read it more than once."
        case .changedSinceOpened(let path):
            "\(path) was replaced by another file after it was opened: open it again."
        case .readFailed(let path, let seconds, let reason):
            "Reading \(path) failed at \(Self.text(seconds)) s: \(reason)."
        case .conversionFailed(let from, let to, let reason):
            "Converting audio from \(from) Hz to \(to) Hz failed: \(reason)."
        case .tooLarge(let path, let limit):
            "\(path) needs more than \(limit) bytes of temporary storage: split it or convert it to WAV or FLAC."
        case .temporaryStorageFailed(let path, let reason):
            "The temporary folder \(path) could not be used: \(reason). Set TMPDIR to a folder with free space."
        default: nil
        }
    }

    private var writingDescription: String? {
        switch self {
        case .alreadyExists(let path):
            "\(path) is there already: choose another name or remove it."
        case .partialExists(let path):
            "\(path) is left over from a recording that was cut off: recover it or remove it."
        case .writeFailed(let path, let action, let reason, let savedPath, let savedSeconds):
            "\(action) \(path) failed: \(reason). " + Self.saved(savedSeconds, in: savedPath)
        case .fileFull(let path, let limit, let savedPath, let savedSeconds):
            "\(path) is full: a WAV file holds at most \(limit) bytes. "
                + Self.saved(savedSeconds, in: savedPath)
        case .alreadyFinished(let path):
            "\(path) was finished or discarded before: nothing more can be written."
        default: nil
        }
    }

    private var deviceDescription: String {
        switch self {
        case .noDevice(.recording):
            "There is no microphone: connect one, check that the sound system runs, or give a recording."
        case .noDevice(.playing):
            "There is no loudspeaker: connect one, check that the sound system runs, or write to a file."
        case .noSuchDevice(let name, let direction, let available):
            "There is no device named \(name) for \(direction.rawValue); there are: "
                + (available.isEmpty ? "none" : available.joined(separator: ", ")) + "."
        case .deviceFailed(let device, let action, let reason):
            "\(action) \(device) failed: \(reason)."
        default:
            "The audio work was cancelled."
        }
    }

    private static func saved(_ seconds: Double, in path: String?) -> String {
        guard let path, seconds > 0 else { return "Nothing was saved." }
        return "\(text(seconds)) s are saved in \(path)."
    }

    private static func text(_ seconds: Double) -> FixedPoint { FixedPoint(seconds, places: 2) }
}
