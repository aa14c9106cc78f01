import Files
import FoundationEssentials
public import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file in the folder of uploads that one request, or one piece of work, has: what was sent, or a readable copy of a recording. It
/// goes with the value, and one whose program was killed is known by that nobody holds it.
public final class HeldUpload: Sendable {
    /// Where it is.
    public let path: String
    private let lock: FileLock

    /// Makes an empty file that only its owner may read; the folder is made when it is not there.
    ///
    /// - Throws: `Errno`.
    public init(in folder: String) throws(Errno) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST { throw Errno(rawValue: errno) }
        var tries = 0
        while true {
            tries += 1
            let path = "\(folder)/\(UUID().uuidString.lowercased())"
            do throws(FileLockError) {
                let lock = try FileLock(path: path, options: [.exclusiveCreate, .noFollow])
                // Between making and holding it somebody may have taken it for what a crash has left.
                if Self.isInPlace(lock.file, path) {
                    self.path = path
                    self.lock = lock
                    return
                }
            } catch {
                if case .failed(let code) = error { throw code }
            }
            guard tries < 10 else { throw .resourceBusy }
        }
    }

    deinit { unlink(path) }

    /// Writes bytes behind those that are there.
    ///
    /// - Throws: `Errno`.
    public func append(_ bytes: some Sequence<UInt8>) throws(Errno) {
        do { try lock.file.writeAll(bytes) } catch { throw error as? Errno ?? .ioError }
    }

    /// Whether a path leads to an open file.
    private static func isInPlace(_ file: FileDescriptor, _ path: String) -> Bool {
        var (opened, there) = (stat(), stat())
        return fstat(file.rawValue, &opened) == 0 && lstat(path, &there) == 0
            && opened.st_ino == there.st_ino && opened.st_dev == there.st_dev
    }
}
