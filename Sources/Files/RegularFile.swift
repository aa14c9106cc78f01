package import SystemPackage

#if canImport(Glibc)
    package import Glibc
#endif

/// A regular file that is read at chosen places; its size is that of the moment it was opened.
///
/// It is read in pieces and never mapped into memory: a disk that fails, or a file that another program cuts short
/// meanwhile, is then an error and not the end of the process.
package final class RegularFile: Sendable {
    /// Whether a file is only read or is changed in its place too, which one program at a time may do.
    package enum Access: Sendable { case reading, changing }

    /// Where it is.
    package let path: String
    /// The size in bytes.
    package let sizeBytes: Int
    /// The permissions, as `chmod` takes them.
    package let permissions: mode_t
    /// The user that the file belongs to.
    package let ownerID: uid_t
    private let file: FileDescriptor

    /// Opens a file; a device, a folder or a pipe is refused before anything waits for it. To change it waits until no other
    /// program does.
    ///
    /// - Throws: `RegularFileError`.
    package init(_ path: String, for access: Access = .reading) throws(RegularFileError) {
        self.path = path
        do {
            file = try FileDescriptor.open(
                FilePath(path), access == .reading ? .readOnly : .readWrite,
                options: [.closeOnExec, .nonBlocking])
        } catch {
            throw .failed(error as? Errno ?? .ioError)
        }
        var status = stat()
        let failure: RegularFileError? =
            if fstat(file.rawValue, &status) != 0 {
                .unknown(Errno(rawValue: errno))
            } else if status.st_mode & S_IFMT != S_IFREG {
                .notRegular
            } else if access == .changing, flock(file.rawValue, LOCK_EX) != 0 {
                .failed(Errno(rawValue: errno))
            } else {
                nil
            }
        if let failure {
            // The error that matters is the first.
            try? file.close()
            throw failure
        }
        sizeBytes = Int(status.st_size)
        permissions = status.st_mode & 0o7777
        ownerID = status.st_uid
    }

    /// Whether it still is the file that stands at its path.
    package var isInPlace: Bool {
        var (opened, there) = (stat(), stat())
        return fstat(file.rawValue, &opened) == 0 && stat(path, &there) == 0
            && opened.st_dev == there.st_dev && opened.st_ino == there.st_ino
    }

    deinit {
        // What is written here is brought to the disk by `overwrite`; a lock is freed.
        try? file.close()
    }

    /// The `count` bytes from `offset` on; fewer where the file ends.
    ///
    /// - Throws: `Errno` when the system cannot read them.
    package func read(at offset: Int, count: Int) throws(Errno) -> [UInt8] {
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
                throw error as? Errno ?? .ioError
            }
            if read == 0 { break }
            filled += read
        }
        if filled < count { bytes.removeLast(count - filled) }
        return bytes
    }

    /// Writes bytes over those at `offset` and brings them to the disk.
    ///
    /// - Throws: `Errno` when the system cannot.
    package func overwrite(_ bytes: [UInt8], at offset: Int) throws(Errno) {
        do {
            try file.writeAll(toAbsoluteOffset: Int64(offset), bytes)
        } catch {
            throw error as? Errno ?? .ioError
        }
        guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
    }
}
