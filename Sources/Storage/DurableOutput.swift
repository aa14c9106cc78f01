package import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A file of any size that is written under a hidden name and gets its own when it is whole and on the disk.
///
/// Until `settle` nothing is to be seen but a file `.NAME.RANDOM.part`, which goes with the last reference. What a crash
/// leaves is found by `isPartial`.
package final class DurableOutput {
    /// Where the file is until it is settled.
    package let partialPath: String
    private let file: FileDescriptor
    private var isSettled = false

    /// Makes a file that only its owner may read and write.
    ///
    /// - Parameters:
    ///   - folder: A folder on the disk on which the file will be.
    ///   - name: What its hidden name says of it.
    package init(in folder: String, name: String) throws(Errno) {
        partialPath = Self.partialPath(in: folder, name: name)
        do {
            file = try FileDescriptor.open(
                FilePath(partialPath), .readWrite,
                options: [.create, .exclusiveCreate, .closeOnExec, .noFollow],
                permissions: [.ownerReadWrite])
        } catch {
            throw Self.code(of: error)
        }
    }

    deinit {
        // What is settled has been brought to the disk; what is not is thrown away.
        try? file.close()
        if !isSettled { unlink(partialPath) }
    }

    /// Whether a name is that of a file that is being written, or was when its program ended.
    ///
    /// libzip writes under the name it was given, a dot, and six characters of its own.
    package static func isPartial(_ name: String) -> Bool {
        name.hasPrefix(".") && (name.hasSuffix(".part") || name.dropLast(7).hasSuffix(".part"))
    }

    /// Writes bytes behind those that are there.
    package func append(_ bytes: some Sequence<UInt8>) throws(Errno) {
        do { try file.writeAll(bytes) } catch { throw Self.code(of: error) }
    }

    /// Writes bytes over those at `offset`, in bytes.
    package func overwrite(_ bytes: some Sequence<UInt8>, at offset: Int) throws(Errno) {
        do { try file.writeAll(toAbsoluteOffset: Int64(offset), bytes) } catch { throw Self.code(of: error) }
    }

    /// Writes what a file has behind the bytes that are there, a piece at a time.
    ///
    /// - Throws: `StorageError.readFailed`, also for what is no file, such as a link or a pipe; `writeFailed`.
    package func append(contentsOf source: String) throws(StorageError) {
        do {
            let input = try FileDescriptor.open(
                FilePath(source), .readOnly, options: [.closeOnExec, .noFollow, .nonBlocking])
            defer { try? input.close() }
            var status = stat()
            guard fstat(input.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw StorageError.readFailed(path: source, reason: "it is not a file")
            }
            let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceBytes, alignment: 1)
            defer { piece.deallocate() }
            while true {
                let count = try input.read(into: piece)
                if count == 0 { break }
                do { try append(UnsafeRawBufferPointer(rebasing: piece[..<count])) } catch {
                    throw StorageError.writeFailed(path: partialPath, reason: error.description)
                }
            }
        } catch {
            throw error as? StorageError
                ?? .readFailed(path: source, reason: StorageError.systemReason(error))
        }
    }

    private static let pieceBytes = 1 << 20

    /// Brings the content to the disk, puts the file in the place of `path`, and brings the folders' entries to the disk.
    /// When that fails before the file has its name, nothing is left.
    package func settle(at path: String) throws(Errno) {
        try Self.settle(file, partialPath, at: path) { isSettled = true }
    }

    /// A hidden path that no other file has.
    package static func partialPath(in folder: String, name: String) -> String {
        let mark = String(UInt64.random(in: .min ... .max), radix: 36)
        return "\(folder)/.\(name).\(mark).part"
    }

    /// Does what `settle(at:)` does with a file that something else wrote at a `partialPath`.
    package static func settle(partial: String, at path: String) throws(Errno) {
        let file: FileDescriptor
        do {
            file = try FileDescriptor.open(FilePath(partial), .readOnly, options: [.closeOnExec, .noFollow])
        } catch {
            throw code(of: error)
        }
        defer { try? file.close() }
        try settle(file, partial, at: path) {}
    }

    private static func settle(
        _ file: FileDescriptor, _ partial: String, at path: String, renamed: () -> Void
    ) throws(Errno) {
        guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: errno) }
        guard rename(partial, path) == 0 else { throw Errno(rawValue: errno) }
        renamed()
        try DurableFile.synchronizeFolder(of: path)
        if FilePath(path).removingLastComponent() != FilePath(partial).removingLastComponent() {
            try DurableFile.synchronizeFolder(of: partial)
        }
    }

    private static func code(of error: any Error) -> Errno { error as? Errno ?? .ioError }
}
