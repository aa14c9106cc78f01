import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The right to change what a file stands for, held by one program at a time; the system frees it however the program ends.
///
/// The file itself stays when the right is given back: another program may be waiting at it.
final class FileLock: Sendable {
    private let file: FileDescriptor

    /// Takes the right, and makes the file at `path` where there is none; `nil` when another has it.
    ///
    /// - Throws: `StorageError.writeFailed` when the file cannot be made or locked.
    init?(_ path: String, permissions: FilePermissions = [.ownerReadWrite]) throws(StorageError) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec], permissions: permissions)
        } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            try? file.close()
            if code == EWOULDBLOCK { return nil }
            throw .writeFailed(path: path, reason: Errno(rawValue: code).description)
        }
        self.file = file
    }

    deinit {
        // Given back by name and not only by closing: a child process that is just being started may hold a copy of the
        // descriptor for a moment. A failure here leaves nothing to be done: the process is letting go anyway.
        flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
