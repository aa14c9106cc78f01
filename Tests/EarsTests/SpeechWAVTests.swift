import Speech
import Testing

@testable import Recognition

@Suite struct SpeechWAVTests {
    private func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    @Test func theHeaderSaysWhatFollows() {
        let bytes = SpeechWAV(AudioBuffer(samples: [0, 0.5, -0.5])).bytes
        #expect(bytes.count == 50)
        #expect(
            String(decoding: bytes[0..<4] + bytes[8..<16] + bytes[36..<40], as: UTF8.self)
                == "RIFFWAVEfmt data")
        #expect(number(bytes[4..<8]) == 42 && number(bytes[40..<44]) == 6)
        #expect(number(bytes[16..<20]) == 16 && number(bytes[20..<22]) == 1 && number(bytes[22..<24]) == 1)
        #expect(number(bytes[24..<28]) == 16_000 && number(bytes[28..<32]) == 32_000)
        #expect(number(bytes[32..<34]) == 2 && number(bytes[34..<36]) == 16)
    }

    @Test func samplesAreRoundedAndClippedAndWhatIsNoNumberIsSilence() {
        let samples: [Float] = [0, 1, -1, 2, -2, 0.5, .nan, .infinity, -.infinity]
        let bytes = SpeechWAV(AudioBuffer(samples: samples)).bytes[44...]
        let values = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map {
            Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
        }
        #expect(values == [0, 32_767, -32_767, 32_767, -32_768, 16_384, 0, 0, 0])
    }

    @Test func noSamplesAreAnEmptyFile() { #expect(SpeechWAV(AudioBuffer(samples: [])).bytes.count == 44) }
}
