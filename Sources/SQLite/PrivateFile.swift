import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// Files of databases are for their owner alone: speech is nobody else's business.
enum PrivateFile {
    /// Makes an empty file that nobody else may read, where there is none: SQLite would make one that others may, and gives the files
    /// beside it the same rights. What is there is made private.
    ///
    /// It opens nothing: whoever closes a file lets go of all that the process has locked in it. What cannot be done is said by
    /// SQLite when it opens the file.
    static func prepare(_ path: String) {
        guard mknod(path, S_IFREG | S_IRUSR | S_IWUSR, 0) != 0 else { return }
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path + suffix)
        }
    }
}
