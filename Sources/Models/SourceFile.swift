internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file that is read at chosen places, and whose size is known from the start.
///
/// It is read in pieces rather than mapped into memory: a disk that fails, or a file that another program cuts short
/// meanwhile, is then an error and not the end of the process.
final class SourceFile: Sendable {
    let path: String
    let sizeBytes: Int
    private let file: FileDescriptor

    /// Opens a regular file; a device or a pipe is refused before anything waits for it.
    init(_ path: String) throws(ModelError) {
        self.path = path
        do {
            file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch {
            throw .readFailed(path: path, reason: SystemReason.of(error))
        }
        var status = stat()
        let isKnown = fstat(file.rawValue, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            let reason = isKnown ? "it is not a file" : SystemReason.of(Errno(rawValue: errno))
            try? file.close()
            throw .readFailed(path: path, reason: reason)
        }
        sizeBytes = Int(status.st_size)
    }

    deinit {
        // Nothing was written, so a failure loses nothing.
        try? file.close()
    }

    /// The `count` bytes from `offset` on.
    ///
    /// - Throws: `ModelError.damaged` when the file ends before, `readFailed`.
    func read(at offset: Int, count: Int) throws(ModelError) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= sizeBytes, count <= sizeBytes - offset else {
            throw .damaged(
                path: path, reason: "it ends at byte \(sizeBytes), before what it says to hold")
        }
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
                throw .readFailed(path: path, reason: SystemReason.of(error))
            }
            guard read > 0 else {
                throw .damaged(path: path, reason: "it became shorter while it was read")
            }
            filled += read
        }
        return bytes
    }

    /// The whole file.
    ///
    /// - Throws: `ModelError.damaged` when it has more than `limitBytes`.
    func readAll(limitBytes: Int) throws(ModelError) -> [UInt8] {
        guard sizeBytes <= limitBytes else {
            throw .damaged(
                path: path,
                reason:
                    "it has \(ByteCount(sizeBytes)), and \(ByteCount(limitBytes)) are more than any good one has"
            )
        }
        return try read(at: 0, count: sizeBytes)
    }
}
