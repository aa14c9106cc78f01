/// Bytes compressed by hand as one that repeat again and again: a few bytes that become very many.
///
/// RFC 1950 and 1951: one block of fixed codes, the bytes once, then copies of 258 bytes from one round before.
enum FlateRun {
    /// `round` repeated until it is at least `count` bytes long. A round has at most four bytes or exactly 13.
    static func of(_ round: [UInt8], count: Int) -> [UInt8] {
        var bits = Bits()
        bits.add(1, 1)
        bits.add(1, 2)
        for byte in round {
            byte < 144 ? bits.addCode(0x30 + Int(byte), 8) : bits.addCode(0x190 + Int(byte) - 144, 9)
        }
        var left = count - round.count
        while left > 0 {
            // Length 258 is symbol 285; symbols 280 to 287 are the codes 0xC0 to 0xC7.
            bits.addCode(0xC5, 8)
            if round.count == 13 {
                // Distance 13 is the first of symbol 7, with two further bits.
                bits.addCode(7, 5)
                bits.add(0, 2)
            } else {
                bits.addCode(round.count - 1, 5)
            }
            left -= 258
        }
        bits.addCode(0, 7)
        // The sum at the end is not looked at by readers of PDF.
        return [0x78, 0x01] + bits.bytes + [0, 0, 0, 0]
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        /// Adds the lowest bits of a number, the lowest first.
        mutating func add(_ value: Int, _ count: Int) {
            for place in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> place & 1) << used
                used += 1
            }
        }

        /// Adds a code, the highest bit first.
        mutating func addCode(_ value: Int, _ count: Int) {
            for place in (0..<count).reversed() { add(value >> place & 1, 1) }
        }
    }
}
