#if canImport(Glibc)
    import Glibc
#endif

/// A file of WordNet's: ASCII text in lines.
///
/// It is read rather than mapped into memory: a file that another program cuts short meanwhile is then a word that is
/// not found, and not the end of the process.
final class WordNetFile: Sendable {
    /// Far more than any of the files has; the largest of version 3.0 has 15 MB.
    private static let limitBytes = 1 << 28

    let path: String
    private let sizeBytes: Int
    private let descriptor: Int32

    /// Opens a regular file whose last line is whole.
    init(path: String) throws(WordNetError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.reason(errno)) }
        var status = stat()
        let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        self.path = path
        self.descriptor = descriptor
        sizeBytes = isFile ? Int(status.st_size) : 0
        guard isFile else { throw .unreadable(path: path, reason: "it is not a file") }
        guard sizeBytes > 0, sizeBytes <= Self.limitBytes else {
            throw .damaged(path: path, reason: sizeBytes == 0 ? "it is empty" : "it is too large")
        }
        guard bytes(at: sizeBytes - 1, count: 1).last == UInt8(ascii: "\n") else {
            throw .damaged(path: path, reason: "it is cut short")
        }
    }

    deinit { close(descriptor) }

    /// The whole file.
    func allBytes() throws(WordNetError) -> [UInt8] {
        let all = bytes(at: 0, count: sizeBytes)
        guard all.count == sizeBytes else {
            throw .unreadable(path: path, reason: "it became shorter, or its disk fails")
        }
        return all
    }

    /// The bytes from a place on: fewer than `count` where the file ends or cannot be read.
    func bytes(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, offset < sizeBytes, count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: min(count, sizeBytes - offset)) { buffer, filled in
            while filled < buffer.count {
                guard let start = buffer.baseAddress else { return }
                let read = pread(descriptor, start + filled, buffer.count - filled, off_t(offset + filled))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return }
                filled += read
            }
        }
    }

    private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
