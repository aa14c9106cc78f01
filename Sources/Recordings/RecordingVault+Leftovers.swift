internal import Files
internal import Storage
internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

extension RecordingVault {
    /// A file that was being written or removed when its program ended, or still is.
    public struct Leftover: Sendable, Hashable {
        /// Where it is.
        public var path: String
        /// Its size in bytes.
        public var sizeBytes: Int
        /// How long ago it was last written to, in seconds.
        public var ageSeconds: Double
    }

    /// The age, in seconds, from which nobody is writing a file any more: a day.
    public static let leftoverAgeSeconds: Double = 24 * 60 * 60

    /// What crashes have left, older than an age in seconds.
    ///
    /// - Throws: `RecordingError.readFailed`.
    public func leftovers(
        olderThanSeconds ageSeconds: Double = leftoverAgeSeconds
    ) throws(RecordingError) -> [Leftover] {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var leftovers: [Leftover] = []
        for name in try VaultFile.names(in: root) where DurableOutput.isPartial(name) {
            var status = stat()
            // What vanished meanwhile is none.
            guard lstat("\(root)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            let age =
                Double(now.tv_sec - status.st_mtim.tv_sec)
                + Double(now.tv_nsec - status.st_mtim.tv_nsec) / 1_000_000_000
            guard age >= ageSeconds else { continue }
            leftovers.append(
                Leftover(path: "\(root)/\(name)", sizeBytes: Int(status.st_size), ageSeconds: age))
        }
        return leftovers
    }

    /// Removes what crashes have left, older than an age in seconds, and says what it was.
    ///
    /// - Throws: `RecordingError.readFailed`, `writeFailed`.
    @discardableResult
    public func removeLeftovers(
        olderThanSeconds ageSeconds: Double = leftoverAgeSeconds
    ) throws(RecordingError) -> [Leftover] {
        let leftovers = try leftovers(olderThanSeconds: ageSeconds)
        for leftover in leftovers {
            // What was being removed when the program ended still has its key.
            if let file = try? StoredFile(leftover.path, for: .changing), try SealedFile.isLikely(file) {
                try SealedFile.forgetKey(file)
            }
            guard unlink(leftover.path) == 0 || errno == ENOENT else {
                throw RecordingError(writing: leftover.path, Errno(rawValue: errno))
            }
        }
        guard !leftovers.isEmpty else { return [] }
        do { try DurableFile.synchronizeFolder(of: secretPath) } catch {
            throw RecordingError(writing: root, error)
        }
        return leftovers
    }
}
