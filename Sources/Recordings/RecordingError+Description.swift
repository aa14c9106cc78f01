internal import SystemPackage

extension RecordingError: CustomStringConvertible {
    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .notFound(let id, let folder):
            "There is no recording \(id) in \(folder): it was removed, or is kept in another data folder."
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason). Bring it back from a backup; nothing was changed."
        case .newerFormat(let path, let format):
            "\(path) is in format \(format), which this version of Viva does not know: use a newer one."
        case .noKey(let folder):
            "The recordings in \(folder) are encrypted, and there is no key: set the variable VIVA_KEY to it, or "
                + "VIVA_KEY_FILE to the path of a file with it."
        case .wrongKey(let path, let needed, let known):
            "\(path) is encrypted with the key \(needed), and "
                + (known.count == 1 ? "the only key given is " : "the keys given are ")
                + known.map(\.description).joined(separator: ", ")
                + ": put the older key behind the new one in VIVA_KEY or in the key file."
        case .keyRefused(let source, let reason):
            "The key in \(source) cannot be used: \(reason). A key is 32 random bytes as 64 hexadecimal digits or in "
                + "Base64: `openssl rand -hex 32` makes one."
        case .busy(let folder):
            "Another program is changing the keys of the recordings in \(folder): wait until it is done."
        case .exportRefused(let path, let entry, let reason):
            "Writing \(path) failed: its entry `\(entry)` \(reason). Nothing was written."
        case .readFailed(let path, let reason):
            "Reading \(path) failed: \(reason). See that it is there and may be read."
        case .writeFailed(let path, let reason):
            "Writing \(path) failed: \(reason). What was there before is untouched: see that the folder may be "
                + "written, and try again."
        case .diskFull(let path):
            "There is no room for \(path) on its disk. What was there before is untouched: make room, and try again."
        case .cancelled: "Stopped before the end: what was not finished has left nothing."
        }
    }
}

extension RecordingError {
    /// The error for a failed system call that makes, fills or removes a file or folder.
    init(writing path: String, _ code: Errno) {
        self =
            [.noSpace, .diskQuotaExceeded].contains(code)
            ? .diskFull(path: path) : .writeFailed(path: path, reason: code.description)
    }
}
