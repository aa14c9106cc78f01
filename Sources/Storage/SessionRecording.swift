import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A recording in a session folder, which may be on its way here.
package enum SessionRecording {
    /// Whether a path is that of a file itself: a link, a folder or a pipe is none.
    package static func isFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a file is there, and as long as its header says where it is a WAV file (RIFF: the length without the first 8 bytes
    /// stands in bytes 4 to 7, the lowest first; 0 and the highest number stand for one that was not known).
    package static func isWhole(_ path: String) -> Bool {
        guard
            let file = try? FileDescriptor.open(
                FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
        else { return false }
        defer { try? file.close() }
        var status = stat()
        guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
        else {
            return false
        }
        var header = [UInt8](repeating: 0, count: 12)
        let count =
            (try? header.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: 0, into: $0) }) ?? 0
        guard count == header.count, header.starts(with: Array("RIFF".utf8)),
            header[8...] == Array("WAVE".utf8)[...]
        else { return true }
        let length = header[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        return [0, Int(UInt32.max)].contains(length) || Int(status.st_size) >= length + 8
    }
}
