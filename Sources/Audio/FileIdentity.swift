#if canImport(Glibc)
    import Glibc
#endif

/// Which file a path or a descriptor stands for, of what kind and how long.
struct FileIdentity: Sendable, Hashable {
    /// The kinds of file that matter here.
    enum Kind: Sendable, Hashable {
        case regular
        case directory
        case pipe
        case other
    }

    var device: UInt64
    var node: UInt64
    var kind: Kind
    var sizeBytes: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
        sizeBytes = Int(status.st_size)
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFIFO, S_IFSOCK: .pipe
            default: .other
            }
    }

    /// Whether both are the same file, however long it has become.
    func isSameFile(as other: FileIdentity) -> Bool {
        device == other.device && node == other.node
    }
}
