/// The bytes of a file of weights.
enum WeightBytes {
    /// A header, padded with spaces to a multiple of `alignment`, and the numbers after it.
    static func file(header: String, numbers: [Float] = [], alignment: Int = 8) -> [UInt8] {
        var header = Array(header.utf8)
        while header.count % alignment != 0 { header.append(UInt8(ascii: " ")) }
        return bytes(of: UInt64(header.count)) + header + numbers.flatMap { bytes(of: $0.bitPattern) }
    }

    /// A whole file of two tensors, "a" of 2 x 3 numbers and "b" of 2.
    static var sound: [UInt8] {
        file(
            header: """
                {"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},\
                "b":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}
                """,
            numbers: [1, 2, 3, 4, 5, 6, 7, 8])
    }

    /// A file of 8 numbers and one tensor "a" that is described by `entry`.
    static func describing(_ entry: String) -> [UInt8] {
        file(header: "{\"a\":\(entry)}", numbers: [Float](repeating: 1, count: 8))
    }

    /// A number's bytes, the least first.
    static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
