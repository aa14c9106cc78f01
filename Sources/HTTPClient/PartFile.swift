#if canImport(Glibc)
    import Glibc
#endif

/// A file that is being written beside its place; it takes the place when it is whole, and is removed when it never is.
struct PartFile: ~Copyable {
    /// It could not be written.
    struct Failure: Error {
        var reason: String
    }

    private let path: String
    private let partPath: String
    private var descriptor: Int32

    private init(path: String, partPath: String, descriptor: Int32) {
        self.path = path
        self.partPath = partPath
        self.descriptor = descriptor
    }

    /// Makes `NAME.part-…` beside the place.
    static func create(for path: String) throws(Failure) -> PartFile {
        let partPath = path + ".part-" + String(UInt64.random(in: .min ... .max), radix: 36)
        let descriptor = open(partPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        return PartFile(path: path, partPath: partPath, descriptor: descriptor)
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(partPath)
        }
    }

    /// Adds bytes at the end.
    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure() }
            rest = rest.dropFirst(count)
        }
    }

    /// Puts the whole file in its place, on the disk and not only in memory.
    mutating func commit() throws(Failure) {
        guard fsync(descriptor) == 0, rename(partPath, path) == 0 else { throw Self.failure() }
        close(descriptor)
        descriptor = -1
    }

    private static func failure() -> Failure { Failure(reason: String(cString: strerror(errno))) }
}
