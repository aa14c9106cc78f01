internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A private file without a name, for a copy of a recording: however the process ends, the system frees it.
final class TemporaryFile: Sendable {
    /// The file, open for reading and writing.
    let descriptor: Descriptor

    /// Makes an empty file that only this user can open, on the disk of `TMPDIR` or else of `/tmp`.
    init() throws(AudioError) {
        let path = Self.folder + "/viva-" + String(UInt64.random(in: .min ... .max), radix: 36)
        do {
            descriptor = Descriptor(
                owning: try FileDescriptor.open(
                    FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: [.ownerReadWrite]))
        } catch {
            throw .temporaryStorageFailed(path: Self.folder, reason: "\(error)")
        }
        unlink(path)
    }

    /// A path that leads to the file as long as this object lives, for other programs too.
    ///
    /// To open it opens the file anew, at its start.
    var path: String { descriptor.path }

    /// The folder on whose disk the files are.
    static var folder: String {
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }
}
