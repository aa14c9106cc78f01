import Speech
import Testing

@testable import viva_bench

@Suite struct TrueSilencesTests {
    private let silences = TrueSilences(speechDBFS: -20)
    /// Sound and half a second of what is 60 dB quieter than full scale, with digital silence around.
    private let samples: [Float] = {
        let quiet = [Float](repeating: 0, count: 100)
        let sound = [Float](repeating: 0.5, count: 1600)
        return quiet + sound + [Float](repeating: 0.001, count: 8000) + sound + quiet
    }()

    @Test func silencesHaveTheirExactPlaces() {
        let expected = [TimeRange(startSeconds: 1700.0 / 16_000, endSeconds: 9700.0 / 16_000)]
        #expect(silences.ranges(in: samples, leastSeconds: 0.25) == expected)
        #expect(silences.ranges(in: samples, leastSeconds: 0.5) == expected)
        #expect(silences.ranges(in: samples, leastSeconds: 0.501) == [])
    }

    @Test func whatIsQuietAroundTheSoundGoes() {
        #expect(silences.trimmed(samples) == Array(samples[100..<11_300]))
    }

    @Test func withoutSoundThereIsNothing() {
        let quiet = [Float](repeating: 0.001, count: 16_000)
        #expect(silences.trimmed(quiet) == [])
        #expect(silences.ranges(in: quiet, leastSeconds: 0.1) == [])
        #expect(silences.trimmed([]) == [])
    }
}
