/// A number of bytes as people read it: decimal units as disks and downloads are sold in, at most one decimal place.
public struct ByteCount: Sendable, Hashable, CustomStringConvertible {
    /// The number of bytes.
    public var bytes: Int

    /// A number of bytes.
    public init(_ bytes: Int) { self.bytes = bytes }

    /// For example `70.7 MB`.
    public var description: String {
        for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where bytes >= size {
            // In tenths, rounded half up; from 100 on a decimal place says nothing.
            let tenths = Int((Double(bytes) / Double(size) * 10).rounded())
            return tenths >= 1000 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        return "\(bytes) bytes"
    }
}
