internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The right to change the store, held by one program at a time; the system frees it however the program ends.
final class StoreLock: Sendable {
    private let file: FileDescriptor

    /// Takes the right.
    ///
    /// - Throws: `ModelError.storeBusy` when another program has it, `writeFailed`.
    init(path: String, folder: String) throws(ModelError) {
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw OutputFile.failure(error, path: folder)
        }
        guard flock(file.rawValue, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            try? file.close()
            throw code == EWOULDBLOCK
                ? .storeBusy(folder: folder)
                : .writeFailed(path: path, reason: SystemReason.of(Errno(rawValue: code)))
        }
    }

    deinit {
        // Given back by name: a child process that is just being started may hold a copy of the descriptor for a moment.
        flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
