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

    private static func continued(_ value: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(value) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
