internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The right to change the keys of a vault, held by one program at a time; the system frees it however the program ends.
final class VaultLock {
    private let file: FileDescriptor

    /// Whether to wait for another that has the right.
    enum Patience { case waiting, refusing }

    /// Takes the right.
    ///
    /// - Throws: `RecordingError.busy` when another has it and it is not to be waited for; `writeFailed`.
    init(root: String, _ patience: Patience) throws(RecordingError) {
        let path = root + "/.lock"
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readWrite, options: [.create, .closeOnExec], permissions: [.ownerReadWrite])
        } catch {
            throw RecordingError(writing: path, error as? Errno ?? .ioError)
        }
        var result: CInt
        repeat {
            result = flock(file.rawValue, patience == .waiting ? LOCK_EX : LOCK_EX | LOCK_NB)
        } while result != 0 && errno == EINTR
        guard result == 0 else {
            let code = errno
            try? file.close()
            throw code == EWOULDBLOCK
                ? .busy(folder: root) : RecordingError(writing: path, Errno(rawValue: code))
        }
        // Last: from then on `deinit` closes it, also when the initialiser throws.
        self.file = file
    }

    deinit {
        // Given back by name: a child process that is just being started may hold a copy of the descriptor for a moment.
        flock(file.rawValue, LOCK_UN)
        try? file.close()
    }
}
