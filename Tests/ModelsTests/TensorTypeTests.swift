import Testing

@testable import Models

@Suite struct TensorTypeTests {
    @Test func decodesEveryFormatOfWeights() {
        #expect(TensorType.float32.decode([0, 0, 0xC0, 0x3F, 0, 0, 0x20, 0xC0]) == [1.5, -2.5])
        #expect(TensorType.float16.decode([0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00]) == [1, -2, 0x1p-24])
        #expect(TensorType.bfloat16.decode([0x80, 0x3F, 0x20, 0xC0]) == [1, -2.5])
        #expect(TensorType.int8.decode([0x7F, 0x81, 0]) == [127, -127, 0])
        #expect(TensorType.int16.decode([0x00, 0x04, 0xFF, 0xFF]) == [1024, -1])
    }

    @Test func keepsWhatIsNotANumber() {
        #expect(TensorType.float16.decode([0x00, 0x7C]) == [.infinity])
        #expect(TensorType.bfloat16.decode([0xC0, 0x7F])[0].isNaN)
    }

    @Test func theDecodableFormatsAreThoseOfWeights() {
        #expect(
            TensorType.allCases.filter(\.isWeight).map(\.rawValue).sorted() == [
                "BF16", "F16", "F32", "I16", "I8",
            ])
    }
}
