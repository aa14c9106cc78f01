/// Why something could not be kept or read back.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file could not be written; what was there before is untouched.
    case writeFailed(path: String, reason: String)
    /// A file could not be read.
    case readFailed(path: String, reason: String)
    /// A file was read and is not what it should be.
    case damaged(path: String, reason: String)
    /// Another program is working on the session.
    case sessionInUse(path: String)
    /// Another program has been changing the question files of the folder for long.
    case questionsInUse(folder: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .writeFailed(let path, let reason):
            "Writing \(path) failed: \(reason). What was there before is untouched: see that the folder may be "
                + "written and the disk has room, and try again."
        case .readFailed(let path, let reason): "Reading \(path) failed: \(reason)."
        case .damaged(let path, let reason): "\(path) is damaged: \(reason)."
        case .sessionInUse(let path):
            "The session \(path) is in use by another viva: finish it there first."
        case .questionsInUse(let folder):
            "The questions in \(folder) are being changed by another viva: wait until it has finished, and try again."
        }
    }
}
