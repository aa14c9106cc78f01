import SystemPackage

/// Bytes of a file on the disk.
enum FilePart {
    /// The bytes in a range of places; what is past the end is left out.
    ///
    /// - Throws: `Errno`.
    static func bytes(of path: String, _ range: Range<Int>) throws -> [UInt8] {
        let file = try SystemPackage.FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
        return try file.closeAfter {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(range.count)
            var piece = [UInt8](repeating: 0, count: min(range.count, 64 << 10))
            while bytes.count < range.count {
                let count = try piece.withUnsafeMutableBytes { buffer in
                    try file.read(
                        fromAbsoluteOffset: Int64(range.lowerBound + bytes.count),
                        into: UnsafeMutableRawBufferPointer(
                            rebasing: buffer.prefix(range.count - bytes.count)))
                }
                guard count > 0 else { break }
                bytes += piece.prefix(count)
            }
            return bytes
        }
    }
}
