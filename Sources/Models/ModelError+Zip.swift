internal import Zip

extension ModelError {
    /// What went wrong with an archive of a model.
    init(_ error: ZipError) {
        self =
            switch error {
            case .notZip(let path):
                .unsupported(path: path, what: "it is not a zip archive, or the end of it is missing")
            case .damaged(let path, let reason): .damaged(path: path, reason: reason)
            case .entryRefused(let path, let entry, let reason):
                .archiveRefused(path: path, entry: entry, reason: reason)
            case .entryTooLarge(let path, let entry, let sizeBytes, let limitBytes):
                .archiveRefused(
                    path: path, entry: entry,
                    reason: "has \(ByteCount(sizeBytes)), and at most \(ByteCount(limitBytes)) make sense")
            case .writeFailed(let path, let reason): .writeFailed(path: path, reason: reason)
            case .contentFailed(let path, let entry, let reason):
                .writeFailed(path: path, reason: "its entry \(entry) could not be filled: \(reason)")
            case .diskFull(let path): .diskFull(path: path, neededBytes: nil, freeBytes: nil)
            case .cancelled: .cancelled
            }
    }
}
