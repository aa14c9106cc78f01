internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The bytes of a file that a user names.
enum DocumentFile {
    /// All of them; errors call the file `name`. A pipe or a device is refused and never waited for.
    static func bytes(
        of path: String, name: String, limitBytes: Int
    ) throws(DocumentError) -> [UInt8] {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(
                FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        } catch Errno.noSuchFileOrDirectory {
            throw .notFound(path: name)
        } catch Errno.tooManySymbolicLinkLevels {
            throw .cannotRead(path: name, reason: "its symbolic links lead in a circle")
        } catch {
            throw .cannotRead(path: name, reason: "\(error)")
        }
        defer { try? file.close() }
        var status = stat()
        guard fstat(file.rawValue, &status) == 0 else {
            throw .cannotRead(path: name, reason: "\(Errno(rawValue: errno))")
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .notAFile(
                path: name, what: status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a device or a pipe")
        }
        guard status.st_size <= limitBytes else { throw .tooLarge(path: name, limitBytes: limitBytes) }
        do {
            return try read(file, limitBytes: limitBytes)
        } catch {
            throw .cannotRead(path: name, reason: "\(error)")
        }
    }

    /// All bytes, or some more than the limit where the file has grown.
    private static func read(_ file: FileDescriptor, limitBytes: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limitBytes {
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
