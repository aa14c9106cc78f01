internal import Files
import FoundationEssentials
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A manifest on disk that one program at a time appends to, a line for each recording that is finished.
public actor ManifestFile {
    private let path: String
    private let lock: FileLock

    /// Opens the manifest, makes it when it is not there, and cuts off a last line that a crash left unfinished.
    ///
    /// - Throws: `BatchError.outputInUse` while another program has it, `outputFailed` when it cannot be written.
    public init(path: String) throws(BatchError) {
        self.path = path
        do throws(FileLockError) {
            lock = try FileLock(
                path: path, options: .append,
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
        } catch {
            throw switch error {
            case .held: .outputInUse(path: path)
            case .failed(let code): .outputFailed(path: path, reason: Self.reason(code))
            }
        }
        do { try Self.cutTornLine(lock.file) } catch {
            throw .outputFailed(path: path, reason: Self.reason(error))
        }
    }

    /// Appends a line and brings it to the disk.
    ///
    /// - Throws: `BatchError.outputFailed`; the manifest then ends with the line before, unless its folder is gone.
    public func append(_ entry: ManifestEntry) throws(BatchError) {
        do {
            let line = try ManifestCoding.encoder.encode(entry) + Data("\n".utf8)
            let descriptor = lock.file
            var before = stat()
            guard fstat(descriptor.rawValue, &before) == 0 else { throw Errno(rawValue: errno) }
            guard before.st_nlink > 0 else { throw Errno.noSuchFileOrDirectory }
            // In append mode one write is one line, whoever else writes.
            let written = try line.withUnsafeBytes { try descriptor.write($0) }
            guard written == line.count, fsync(descriptor.rawValue) == 0 else {
                let code = written == line.count ? errno : ENOSPC
                ftruncate(descriptor.rawValue, before.st_size)
                throw Errno(rawValue: code)
            }
        } catch { throw .outputFailed(path: path, reason: Self.reason(error)) }
    }

    private static func cutTornLine(_ descriptor: FileDescriptor) throws {
        let end = try descriptor.seek(offset: 0, from: .end)
        var keep = end
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while keep > 0 {
            let start = max(0, keep - Int64(chunk.count))
            let count = try chunk.withUnsafeMutableBytes {
                try descriptor.read(
                    fromAbsoluteOffset: start, into: .init(rebasing: $0[..<Int(keep - start)]))
            }
            if let last = chunk[..<count].lastIndex(of: UInt8(ascii: "\n")) {
                keep = start + Int64(last) + 1
                break
            }
            keep = start
        }
        guard keep < end else { return }
        guard ftruncate(descriptor.rawValue, Int(keep)) == 0 else { throw Errno(rawValue: errno) }
    }

    private static func reason(_ error: any Error) -> String {
        (error as? Errno)?.description ?? "\(error)"
    }
}
