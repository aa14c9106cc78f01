import Foundation

/// A name for a content: FNV-1a with 64 bits (Fowler, Noll and Vo). It guards against nothing but chance.
struct ContentHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes a text in, apart from the one before it.
    mutating func add(_ text: String) {
        value = Self.continued(value, text.utf8)
        value = Self.continued(value, CollectionOfOne(0xFF))
    }

    /// The hash of bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { continued(ContentHash().value, bytes) }

    /// A hash of many bytes, eight at a time: not that of `of`.
    static func ofFile(_ data: Data) -> UInt64 {
        data.withUnsafeBytes { bytes in
            var hash = ContentHash().value ^ UInt64(bytes.count)
            var place = 0
            while place + 8 <= bytes.count {
                hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
                hash ^= hash >> 32
                place += 8
            }
            while place < bytes.count {
                hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3
                place += 1
            }
            return hash
        }
    }

    private static func continued(_ value: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(value) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
