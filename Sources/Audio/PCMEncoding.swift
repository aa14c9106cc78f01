/// How one sample is stored when there is no codec: little-endian integers or floats.
enum PCMEncoding: Sendable, Hashable {
    case unsigned8
    case signed16
    case signed24
    case signed32
    case float32
    case float64

    init(_ format: RawFormat.SampleFormat) {
        self = format == .s16le ? .signed16 : .float32
    }

    /// The encoding that a WAV header names by its tag (1 integers, 3 floats) and its bits.
    init?(waveFormatTag tag: Int, bits: Int) {
        switch (tag, bits) {
        case (1, 8): self = .unsigned8
        case (1, 16): self = .signed16
        case (1, 24): self = .signed24
        case (1, 32): self = .signed32
        case (3, 32): self = .float32
        case (3, 64): self = .float64
        default: return nil
        }
    }

    /// Bytes of one sample.
    var sampleBytes: Int {
        switch self {
        case .unsigned8: 1
        case .signed16: 2
        case .signed24: 3
        case .signed32, .float32: 4
        case .float64: 8
        }
    }

    /// The encoding in words, as libsndfile names it.
    var name: String {
        switch self {
        case .unsigned8: "Unsigned 8 bit PCM"
        case .signed16: "Signed 16 bit PCM"
        case .signed24: "Signed 24 bit PCM"
        case .signed32: "Signed 32 bit PCM"
        case .float32: "32 bit float"
        case .float64: "64 bit float"
        }
    }

    /// The samples in `bytes`, full scale at -1 and 1; an incomplete sample at the end is left out.
    func samples(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        let count = bytes.count / sampleBytes
        return [Float](unsafeUninitializedCapacity: count) { samples, filled in
            for index in 0..<count {
                samples.initializeElement(at: index, to: sample(bytes, at: index * sampleBytes))
            }
            filled = count
        }
    }

    private func sample(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
        switch self {
        case .unsigned8:
            return (Float(bytes[offset]) - 128) / 128
        case .signed16:
            return Float(Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int16.self)))
                / 32768
        case .signed24:
            let low = Int32(bytes[offset]) | Int32(bytes[offset + 1]) << 8
            return Float(low | Int32(Int8(bitPattern: bytes[offset + 2])) << 16) / 8_388_608
        case .signed32:
            let value = Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
            return Float(Double(value) / 2_147_483_648)
        case .float32:
            let bits = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            return Float(bitPattern: bits)
        case .float64:
            let bits = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            return Float(Double(bitPattern: bits))
        }
    }
}
