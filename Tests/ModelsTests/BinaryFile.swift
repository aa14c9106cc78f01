/// Builds the bytes of little-endian files.
struct BinaryFile {
    var bytes: [UInt8] = []

    static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
    }

    mutating func add<Number: FixedWidthInteger>(_ number: Number) { bytes += Self.bytes(number) }

    mutating func add(_ more: [UInt8]) { bytes += more }

    /// A name as CTranslate2 writes it.
    mutating func add(name: String) {
        add(UInt16(name.utf8.count + 1))
        add([UInt8](name.utf8) + [0])
    }
}
