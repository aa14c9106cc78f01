package import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file that one program at a time holds, and with it the right to change what the file stands for. The system frees
/// it however the program ends.
///
/// ```swift
/// let lock = try FileLock(path: folder + "/.lock")
/// // ... nobody else changes the folder ...
/// withExtendedLifetime(lock) {}
/// ```
package struct FileLock: ~Copyable, Sendable {
    /// The file, open to be read and written for as long as the lock is held.
    package let file: FileDescriptor

    /// Makes the file where it is not there, and holds it; nobody waits.
    ///
    /// - Parameters:
    ///   - path: The file. Its content is left as it is.
    ///   - options: How the file is opened besides, for example to append to it.
    ///   - permissions: Who may do what with a file that is made.
    ///   - isShared: Whether others that share it may hold it at the same time; then nobody holds it alone.
    /// - Throws: `FileLockError.held` while another program, or another part of this one, holds it; `failed` when the
    ///   system refuses to open or to lock it.
    package init(
        path: String, options: FileDescriptor.OpenOptions = [],
        permissions: FilePermissions = [.ownerReadWrite], isShared: Bool = false
    ) throws(FileLockError) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readWrite, options: options.union([.create, .closeOnExec]),
                permissions: permissions)
        } catch { throw .failed((error as? Errno) ?? .ioError) }
        guard flock(file.rawValue, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
            let code = Errno(rawValue: errno)
            // The error that matters is that of the lock.
            try? file.close()
            throw code == .wouldBlock ? .held : .failed(code)
        }
        self.file = file
    }

    deinit {
        // Given back by name and not only by closing: a child process that is just being started may hold a copy of the
        // descriptor for a moment. A failure here leaves nothing to be done: the program is letting go anyway.
        flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
