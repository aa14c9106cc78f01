import SystemPackage

/// Why a zip archive could not be read or written.
package enum ZipError: Error, Sendable, Equatable {
    /// The file is not a zip archive, or the end of it is missing.
    case notZip(path: String)
    /// The archive contradicts itself, or its content has another checksum than it says.
    case damaged(path: String, reason: String)
    /// The archive has an entry that no honest one has, or that an archive to be written may not have.
    case entryRefused(path: String, entry: String, reason: String)
    /// An entry has more bytes than make sense.
    case entryTooLarge(path: String, entry: String, sizeBytes: Int, limitBytes: Int)
    /// A file could not be written.
    case writeFailed(path: String, reason: String)
    /// The disk has no room.
    case diskFull(path: String)
    /// What was to go into an entry could not be had; `ZipWriter.finish` has the error.
    case contentFailed(path: String, entry: String, reason: String)
    /// The task was cancelled.
    case cancelled

    /// The error for a failed system call that makes or fills a file.
    init(writing path: String, _ error: any Error) {
        switch error as? Errno {
        case .noSpace?, .diskQuotaExceeded?: self = .diskFull(path: path)
        case let code?: self = .writeFailed(path: path, reason: code.description)
        case nil: self = .writeFailed(path: path, reason: "\(error)")
        }
    }
}
