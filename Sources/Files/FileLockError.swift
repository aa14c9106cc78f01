package import SystemPackage

/// Why a `FileLock` could not be had.
package enum FileLockError: Error, Sendable, Equatable {
    /// Somebody else holds it.
    case held
    /// The file cannot be opened, or its file system knows no locks.
    case failed(Errno)
}
