internal import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// The room on a disk.
enum DiskSpace {
    /// The bytes that this user may still write on the disk of a folder; `nil` when the system does not say.
    static func freeBytes(at folder: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        let product = Int(clamping: status.f_bavail).multipliedReportingOverflow(
            by: Int(clamping: status.f_frsize))
        return product.overflow ? Int.max : product.partialValue
    }

    /// Refuses early what would fail late.
    ///
    /// - Parameters:
    ///   - folder: A folder that is there.
    ///   - path: What is to be written, for the message.
    /// - Throws: `ModelError.diskFull`.
    static func require(_ bytes: Int, at folder: String, for path: String) throws(ModelError) {
        guard let free = freeBytes(at: folder), bytes < 0 || free < bytes else { return }
        throw .diskFull(path: path, neededBytes: bytes < 0 ? nil : bytes, freeBytes: free)
    }

    /// The bytes of all files in a folder and its folders; what vanishes meanwhile is left out.
    static func usedBytes(by folder: String) -> Int {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        var bytes = 0
        for name in names {
            var status = stat()
            if lstat(folder + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                bytes += Int(status.st_size)
            }
        }
        return bytes
    }
}
