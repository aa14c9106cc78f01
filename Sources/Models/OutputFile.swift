internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A new file that is written from its start to its end.
final class OutputFile: Sendable {
    let path: String
    private let file: FileDescriptor

    /// Makes the file; one that is there already is an error.
    init(_ path: String) throws(ModelError) {
        self.path = path
        do {
            file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw Self.failure(error, path: path)
        }
    }

    deinit {
        // `synchronize` has told of every failure that matters.
        try? file.close()
    }

    /// Writes bytes behind those that are there.
    ///
    /// - Throws: `ModelError.diskFull`, `writeFailed`.
    func append(_ bytes: [UInt8]) throws(ModelError) {
        do { try file.writeAll(bytes) } catch { throw Self.failure(error, path: path) }
    }

    /// Brings what was written to the disk.
    func synchronize() throws(ModelError) {
        guard fsync(file.rawValue) == 0 else { throw Self.failure(Errno(rawValue: errno), path: path) }
    }

    /// The error for a failed system call that makes or fills a file or folder.
    static func failure(_ error: any Error, path: String) -> ModelError {
        if let error = error as? Errno, [.noSpace, .diskQuotaExceeded].contains(error) {
            return .diskFull(path: path, neededBytes: nil, freeBytes: nil)
        }
        return .writeFailed(path: path, reason: SystemReason.of(error))
    }
}
