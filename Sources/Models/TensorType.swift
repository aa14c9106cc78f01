/// The number formats in which files keep weights.
///
/// The raw values are those of safetensors headers.
enum TensorType: String, Sendable, Hashable, CaseIterable {
    case float32 = "F32"
    case float16 = "F16"
    case bfloat16 = "BF16"
    case int8 = "I8"
    case int16 = "I16"
    case int32 = "I32"
    case float64 = "F64"
    case int64 = "I64"
    case uint8 = "U8"
    case uint16 = "U16"
    case uint32 = "U32"
    case uint64 = "U64"
    case bool = "BOOL"
    case float8e4m3 = "F8_E4M3"
    case float8e5m2 = "F8_E5M2"

    /// The formats that CTranslate2's files have, by the number that stands for each in them.
    init?(ctranslate2 code: UInt8) {
        switch code {
        case 0: self = .float32
        case 1: self = .int8
        case 2: self = .int16
        case 3: self = .int32
        case 4: self = .float16
        case 5: self = .bfloat16
        default: return nil
        }
    }

    /// How many bytes a number takes.
    var sizeBytes: Int {
        switch self {
        case .int8, .uint8, .bool, .float8e4m3, .float8e5m2: 1
        case .float16, .bfloat16, .int16, .uint16: 2
        case .float32, .int32, .uint32: 4
        case .float64, .int64, .uint64: 8
        }
    }

    /// Whether `decode` understands the format.
    var isWeight: Bool {
        switch self {
        case .float32, .float16, .bfloat16, .int8, .int16: true
        default: false
        }
    }

    /// Whether weights in this format must be divided by a scale.
    var isQuantized: Bool { self == .int8 || self == .int16 }

    /// Little-endian numbers as floats; integers by their value.
    ///
    /// - Precondition: `isWeight`, and `bytes` holds whole numbers.
    func decode(_ bytes: [UInt8]) -> [Float] {
        precondition(isWeight && bytes.count % sizeBytes == 0, "not whole weights")
        return bytes.withUnsafeBytes { bytes in
            switch self {
            case .float32: map(bytes, UInt32.self) { Float(bitPattern: UInt32(littleEndian: $0)) }
            case .float16: map(bytes, UInt16.self) { Float(Float16(bitPattern: UInt16(littleEndian: $0))) }
            // A bfloat16 is the upper half of a float.
            case .bfloat16:
                map(bytes, UInt16.self) { Float(bitPattern: UInt32(UInt16(littleEndian: $0)) << 16) }
            case .int16: map(bytes, Int16.self) { Float(Int16(littleEndian: $0)) }
            default: map(bytes, Int8.self) { Float($0) }
            }
        }
    }

    private func map<Number: BitwiseCopyable>(
        _ bytes: UnsafeRawBufferPointer, _ type: Number.Type, _ convert: (Number) -> Float
    ) -> [Float] {
        let stride = MemoryLayout<Number>.stride
        return [Float](unsafeUninitializedCapacity: bytes.count / stride) { floats, count in
            for index in 0..<bytes.count / stride {
                floats.initializeElement(
                    at: index,
                    to: convert(bytes.loadUnaligned(fromByteOffset: index * stride, as: Number.self)))
            }
            count = bytes.count / stride
        }
    }
}
