#if canImport(Glibc)
    import Glibc
#endif

/// What tells whether a file is still the one that was heard.
public struct InputIdentity: Sendable, Hashable, Codable {
    /// The size in bytes.
    public var bytes: Int
    /// When it was last changed, in nanoseconds since 1970.
    public var modifiedNanoseconds: Int

    /// The identity of the regular file at `path`; `nil` when there is none.
    public init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        bytes = Int(status.st_size)
        // A time after the year 2262 does not fit and wraps around: that still tells one time from another.
        modifiedNanoseconds =
            Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    }
}
