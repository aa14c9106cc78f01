package import FoundationEssentials
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Writes small files so that a crash or a power cut leaves either the old content or the new, never half of one.
package enum DurableFile {
    /// Writes `data` beside `path`, brings it to the disk, and puts it in the place of `path`. When that fails, nothing
    /// is left beside it.
    package static func write(_ data: Data, to path: String) throws(StorageError) {
        try stage(data, for: path)
        guard Glibc.rename(partial(of: path), path) == 0 else {
            let code = errno
            unstage(path)
            throw .writeFailed(path: path, reason: Errno(rawValue: code).description)
        }
        try syncDirectory(of: path)
    }

    /// Writes `data` to the disk beside `path`, where `settle` finds it. When that fails, nothing is left there.
    package static func stage(
        _ data: Data, for path: String, permissions: FilePermissions = [.ownerReadWrite]
    ) throws(StorageError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(partial(of: path)), .writeOnly,
                options: [.create, .truncate, .closeOnExec, .noFollow],
                permissions: permissions)
            try file.closeAfter {
                _ = try data.withUnsafeBytes { try file.writeAll($0) }
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            unstage(path)
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
    }

    /// Puts what was staged in the place of `path`.
    package static func settle(_ path: String) throws(StorageError) {
        try rename(partial(of: path), to: path)
    }

    /// Removes what was staged; nothing there is no mistake.
    package static func unstage(_ path: String) { unlink(partial(of: path)) }

    /// Whether something is staged for `path`, by this program or by one that was killed.
    package static func isStaged(_ path: String) -> Bool { access(partial(of: path), F_OK) == 0 }

    /// A hidden name that no text of the user's has.
    private static func partial(of path: String) -> String {
        let place = FilePath(path)
        return place.removingLastComponent().appending(".\(place.lastComponent?.string ?? "").part").string
    }

    /// Copies a small file as a whole: `path` is the copy or what it was before.
    package static func copy(_ source: String, to path: String) throws(StorageError) {
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: source)) } catch {
            throw .readFailed(path: source, reason: StorageError.reason(error))
        }
        try write(data, to: path)
    }

    /// Gives a file that is on the disk another name in the same folder, in one step.
    package static func rename(_ source: String, to path: String) throws(StorageError) {
        guard Glibc.rename(source, path) == 0 else {
            throw .writeFailed(path: path, reason: Errno(rawValue: errno).description)
        }
        try syncDirectory(of: path)
    }

    private static func syncDirectory(of path: String) throws(StorageError) {
        do { try synchronizeFolder(of: path) } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
    }

    /// Brings the entries of the folder of `path` to the disk, so that a renamed file is found after a power cut. Some
    /// file systems cannot do that, and a folder that may be written but not read cannot be opened for it: the file itself
    /// is then in place all the same, so that is no failure.
    package static func synchronizeFolder(of path: String) throws(Errno) {
        let folder = FilePath(path).removingLastComponent()
        do {
            let file = try FileDescriptor.open(
                folder.isEmpty ? "." : folder, .readOnly, options: [.closeOnExec])
            try file.closeAfter {
                guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
            }
        } catch {
            let code = error as? Errno ?? .ioError
            if ![.invalidArgument, .notSupported, .permissionDenied].contains(code) { throw code }
        }
    }
}
