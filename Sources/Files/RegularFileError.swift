package import SystemPackage

/// Why a `RegularFile` cannot be opened.
package enum RegularFileError: Error, Sendable, Equatable {
    /// It is a device, a folder or a pipe.
    case notRegular
    /// What it is cannot be told.
    case unknown(Errno)
    /// The system refuses to open it, or to let it be held alone.
    case failed(Errno)
}
