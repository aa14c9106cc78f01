import Testing

@testable import Audio

@Suite struct ResamplerTests {
    private func convert(_ samples: [Float], fromHz: Int, toHz: Int, piece: Int) throws -> [Float] {
        let resampler = try Resampler(fromHz: fromHz, toHz: toHz)
        var converted: [Float] = []
        for start in stride(from: 0, to: samples.count, by: piece) {
            converted += try resampler.convert(
                Array(samples[start..<min(samples.count, start + piece)]), isLast: false)
        }
        return converted + (try resampler.convert([], isLast: true))
    }

    @Test(arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 96_000, 192_000])
    func theLengthIsKeptToASample(fromHz: Int) throws {
        let converted = try convert(Tone().samples(rateHz: fromHz), fromHz: fromHz, toHz: 16_000, piece: 777)
        #expect(abs(converted.count - 16_000) <= 1)
    }

    @Test(arguments: [8_000, 44_100, 48_000]) func theSizeOfThePiecesMakesNoDifference(fromHz: Int) throws {
        let tone = Tone(seconds: 0.5).samples(rateHz: fromHz)
        let large = try convert(tone, fromHz: fromHz, toHz: 16_000, piece: tone.count)
        for piece in [1, 160, 4410] {
            let small = try convert(tone, fromHz: fromHz, toHz: 16_000, piece: piece)
            #expect(small.count == large.count)
            #expect(zip(small, large).allSatisfy { abs($0 - $1) < 1e-5 })
        }
    }

    @Test(arguments: [8_000, 44_100, 48_000]) func aClickStaysWhereItWas(fromHz: Int) throws {
        var samples = [Float](repeating: 0, count: fromHz)
        samples[fromHz / 2] = 1
        let converted = try convert(samples, fromHz: fromHz, toHz: 16_000, piece: 500)
        let loudest = converted.indices.max { abs(converted[$0]) < abs(converted[$1]) }
        #expect(abs((loudest ?? 0) - 8000) <= 1)
    }

    @Test func whatTheLowerRateCannotHoldIsRemoved() throws {
        let tooHigh = try convert(
            Tone(frequencyHz: 10_000).samples(rateHz: 48_000), fromHz: 48_000, toHz: 16_000, piece: 4800)
        #expect(tooHigh[1000..<15_000].allSatisfy { abs($0) < 0.001 })
    }

    @Test func nothingAndOneSampleAreConverted() throws {
        #expect(try convert([], fromHz: 48_000, toHz: 16_000, piece: 10).isEmpty)
        #expect(try convert([0.5], fromHz: 8_000, toHz: 16_000, piece: 10).count <= 3)
        #expect(try convert([0.5, 0.25], fromHz: 16_000, toHz: 16_000, piece: 10) == [0.5, 0.25])
    }

    @Test func aRateBeyondTheLibraryIsAnError() {
        #expect(throws: AudioError.self) { try convert([0, 0, 0], fromHz: 16_000_000, toHz: 1, piece: 10) }
    }
}
