/// A short text that is the same for the same bytes, on every machine: FNV-1a of 64 bits (Fowler, Noll and Vo, RFC 9923)
/// as 16 hexadecimal digits.
enum Fingerprint {
    static func of(_ bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
