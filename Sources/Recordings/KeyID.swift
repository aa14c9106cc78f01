/// Which master key something is encrypted with. It follows from the key, tells nothing of it, and may be shown.
public struct KeyID: Sendable, Hashable, CustomStringConvertible {
    /// How many bytes it has.
    static let byteCount = 8

    let bytes: [UInt8]

    init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// Sixteen hexadecimal digits.
    public var description: String { Hexadecimal.text(of: bytes) }
}
