/// Why something could not be kept or read back.
public enum StorageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file could not be written; what was there before is untouched.
    case writeFailed(path: String, reason: String)
    /// A file could not be read.
    case readFailed(path: String, reason: String)
    /// A file was read and is not what it should be.
    case damaged(path: String, reason: String)
    /// There is something at a path already, which is left as it is.
    case taken(path: String)
    /// The folder in which a file is to be made is not there.
    case noFolder(path: String, folder: String)
    /// Another program is working on the session.
    case sessionInUse(path: String)
    /// Another program has been changing the question files of the folder for long.
    case questionsInUse(folder: String)
    /// Other programs have been naming or removing recordings for long, over which they hold a lock.
    case recordingsInUse(path: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .writeFailed(let path, let reason):
            "Writing \(path) failed: \(reason). What was there before is untouched: see that the folder may be "
                + "written and the disk has room, and try again."
        case .readFailed(let path, let reason): "Reading \(path) failed: \(reason)."
        case .damaged(let path, let reason): "\(path) is damaged: \(reason)."
        case .taken(let path):
            "\(path) cannot be made: something is there already, and is left as it is. Give another name."
        case .noFolder(let path, let folder):
            "\(path) cannot be made: there is no folder \(folder). Make it first, or give another place."
        case .sessionInUse(let path):
            "The session \(path) is in use by another viva: finish it there first."
        case .questionsInUse(let folder):
            "The questions in \(folder) are being changed by another viva: wait until it has finished, and try again."
        case .recordingsInUse(let path):
            "Another viva has been working with recordings for long (it holds \(path)): wait until it has finished, and try again."
        }
    }
}
