import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Writes small files so that a crash or a power cut leaves either the old content or the new, never half of one.
enum DurableFile {
    /// Writes `data` beside `path`, brings it to the disk, and puts it in the place of `path`.
    static func write(_ data: Data, to path: String) throws(StorageError) {
        let partial = path + ".part"
        do {
            let file = try FileDescriptor.open(
                FilePath(partial), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite])
            try file.closeAfter {
                _ = try data.withUnsafeBytes { try file.writeAll($0) }
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
            guard rename(partial, path) == 0 else { throw Errno(rawValue: errno) }
            try syncDirectory(of: path)
        } catch {
            throw .writeFailed(path: path, reason: "\(error)")
        }
    }

    /// Brings a directory's entries to the disk, so that a renamed file is found after a power cut.
    private static func syncDirectory(of path: String) throws {
        let directory = FilePath(path).removingLastComponent()
        let file = try FileDescriptor.open(directory.isEmpty ? "." : directory, .readOnly)
        try file.closeAfter {
            guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        }
    }
}
