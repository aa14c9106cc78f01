import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// A file of our own that lasts as long as its owner: the engine reads language models from files only. It has no name in
/// any folder, so that nothing of it is left when the process is killed.
struct TemporaryFile: ~Copyable {
    /// A path that leads to it in this process.
    var path: String { "/proc/self/fd/\(file)" }

    private let file: Int32

    /// Writes the bytes to a new file that only this user may read.
    init(_ bytes: [UInt8]) throws(Decoder.Failure) {
        let folder = FileManager.default.temporaryDirectory.path
        let name = folder + "/viva-\(UUID().uuidString)"
        let file = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure(in: folder) }
        unlink(name)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 || count < 0 && errno == EINTR else {
                let failure = Self.failure(in: folder)
                close(file)
                throw failure
            }
            start += max(0, count)
        }
        // Last: from then on `deinit` closes it, also when the initialiser throws.
        self.file = file
    }

    deinit { close(file) }

    private static func failure(in folder: String) -> Decoder.Failure {
        Decoder.Failure(
            reason:
                "no file can be written in \(folder) (\(String(cString: strerror(errno)))); is it full or read-only?"
        )
    }
}
