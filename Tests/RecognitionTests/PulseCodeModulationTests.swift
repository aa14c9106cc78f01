import Testing

@testable import Recognition

@Suite struct PulseCodeModulationTests {
    /// Transcripts follow from the dither to the last bit, so it must stay what it was.
    @Test func theDitherIsTheSameInEveryVersion() {
        var conversion = PulseCodeModulation()
        #expect(
            conversion.convert([Float](repeating: 0, count: 24))
                == [0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1])
        #expect(
            conversion.convert((0..<8).map { Float($0) * 0.1003 })
                == [0, 3286, 6573, 9861, 13146, 16434, 19719, 23007])
    }

    @Test func whatIsTooLoudIsClippedAndWhatIsNoNumberIsSilence() {
        var conversion = PulseCodeModulation()
        let samples = conversion.convert([2, -2, .nan, .infinity])
        #expect(samples.prefix(2) == [32_767, -32_768])
        #expect(samples.suffix(2).allSatisfy { abs($0) <= 1 })
    }
}
