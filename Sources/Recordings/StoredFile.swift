internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A regular file that is read at chosen places; its size is that of the moment it was opened.
///
/// It is read in pieces and never mapped into memory: a disk that fails is then an error and not the end of the process.
final class StoredFile: Sendable {
    let path: String
    /// The size in bytes.
    let sizeBytes: Int
    /// The permissions, as `chmod` takes them.
    let permissions: mode_t
    /// The user that the file belongs to.
    let ownerID: uid_t
    private let file: FileDescriptor

    /// Whether a file is only read or is changed in its place too, which one program at a time may do.
    enum Access { case reading, changing }

    /// Opens a file; a device, a folder or a pipe is refused before anything waits for it.
    ///
    /// - Throws: `RecordingError.readFailed`, `writeFailed`.
    init(_ path: String, for access: Access = .reading) throws(RecordingError) {
        self.path = path
        do {
            file = try FileDescriptor.open(
                FilePath(path), access == .reading ? .readOnly : .readWrite,
                options: [.closeOnExec, .nonBlocking])
        } catch {
            let code = error as? Errno ?? .ioError
            throw access == .reading
                ? .readFailed(path: path, reason: code.description) : RecordingError(writing: path, code)
        }
        var status = stat()
        let isKnown = fstat(file.rawValue, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            let reason = isKnown ? "it is not a file" : Errno(rawValue: errno).description
            try? file.close()
            throw .readFailed(path: path, reason: reason)
        }
        // Freed when the file is closed.
        guard access == .reading || flock(file.rawValue, LOCK_EX) == 0 else {
            let code = Errno(rawValue: errno)
            try? file.close()
            throw RecordingError(writing: path, code)
        }
        sizeBytes = Int(status.st_size)
        permissions = status.st_mode & 0o7777
        ownerID = status.st_uid
    }

    /// Whether it still is the file that stands at its path.
    var isInPlace: Bool {
        var (opened, there) = (stat(), stat())
        return fstat(file.rawValue, &opened) == 0 && stat(path, &there) == 0
            && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino
    }

    deinit {
        // What is written here is brought to the disk by `overwrite`.
        try? file.close()
    }

    /// The `count` bytes from `offset` on; fewer where the file ends.
    ///
    /// - Throws: `RecordingError.readFailed`.
    func read(at offset: Int, count: Int) throws(RecordingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let read: Int
            do {
                read = try bytes.withUnsafeMutableBytes { buffer in
                    try file.read(
                        fromAbsoluteOffset: Int64(offset + filled),
                        into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
                }
            } catch {
                throw .readFailed(path: path, reason: (error as? Errno ?? .ioError).description)
            }
            if read == 0 { break }
            filled += read
        }
        if filled < count { bytes.removeLast(count - filled) }
        return bytes
    }

    /// Writes bytes over those at `offset` and brings them to the disk.
    ///
    /// - Throws: `RecordingError.diskFull`, `writeFailed`.
    func overwrite(_ bytes: [UInt8], at offset: Int) throws(RecordingError) {
        do {
            try file.writeAll(toAbsoluteOffset: Int64(offset), bytes)
            guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        } catch {
            throw RecordingError(writing: path, error as? Errno ?? .ioError)
        }
    }
}
