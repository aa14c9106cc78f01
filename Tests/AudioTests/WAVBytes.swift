/// A WAV file written by hand, so that every field of its header can be set wrong.
struct WAVBytes {
    enum Encoding: CaseIterable {
        case unsigned8, signed16, signed24, signed32, float32, float64
    }

    var encoding = Encoding.signed16
    var rateHz = 16_000
    var channels = 1
    /// What the header says of the size of the samples; `nil` is the truth.
    var promisedBytes: UInt32?

    var bits: Int {
        switch encoding {
        case .unsigned8: 8
        case .signed16: 16
        case .signed24: 24
        case .signed32, .float32: 32
        case .float64: 64
        }
    }

    func file(_ samples: [Float]) -> [UInt8] {
        let data = samples.flatMap(bytes)
        return header(dataBytes: data.count) + data
    }

    func header(dataBytes: Int) -> [UInt8] {
        let tag = encoding == .float32 || encoding == .float64 ? 3 : 1
        let size = promisedBytes ?? UInt32(dataBytes)
        var header = Array("RIFF".utf8) + little(size &+ 36, 4) + Array("WAVEfmt ".utf8) + little(16, 4)
        header += little(UInt32(tag), 2) + little(UInt32(channels), 2) + little(UInt32(rateHz), 4)
        header += little(UInt32(rateHz * channels * bits / 8), 4) + little(UInt32(channels * bits / 8), 2)
        return header + little(UInt32(bits), 2) + Array("data".utf8) + little(size, 4)
    }

    private func bytes(_ sample: Float) -> [UInt8] {
        switch encoding {
        case .unsigned8: [UInt8(128 + (sample * 127).rounded())]
        case .signed16: little(UInt32(bitPattern: Int32((sample * 32767).rounded())), 2)
        case .signed24: little(UInt32(bitPattern: Int32((sample * 8_388_607).rounded())), 3)
        case .signed32: little(UInt32(bitPattern: Int32((Double(sample) * 2_147_483_647).rounded())), 4)
        case .float32: little(sample.bitPattern, 4)
        case .float64: withUnsafeBytes(of: Double(sample).bitPattern.littleEndian) { Array($0) }
        }
    }

    private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
}
