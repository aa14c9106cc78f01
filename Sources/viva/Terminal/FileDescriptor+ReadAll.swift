import SystemPackage

extension FileDescriptor {
    /// All bytes up to the end of a file or pipe, or some more than `limitBytes` where there are more.
    func readAll(limitBytes: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limitBytes {
            let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
