import Foundation
import Speech
import Testing

@testable import viva_bench

@Suite struct SpeechEndsTests {
    /// A buzz as of a voice, at 120 Hz with its harmonics, that swells with each syllable.
    private static func voice(seconds: Double) -> [Float] {
        (0..<AudioBuffer.sample(seconds)).map { place in
            let time = AudioBuffer.seconds(place)
            let tone = (1...20).map { sin(2 * .pi * 120 * Double($0) * time) / Double($0) }.reduce(0, +)
            return Float(0.15 * tone * (0.6 + 0.4 * sin(2 * .pi * 4 * time)))
        }
    }

    private static let quiet = MadeSound.quietNoise.samples(seconds: 2)

    @Test func eachUtteranceEndsOnce() {
        let samples = Self.quiet + Self.voice(seconds: 2) + Self.quiet + Self.voice(seconds: 3) + Self.quiet
        let ends = SpeechEnds.seconds(in: samples)
        #expect(ends.count == 2)
        // A buzz is no voice: the detector is near its end, not at it.
        for (end, expected) in zip(ends, [4.0, 9.0]) { #expect(abs(end - expected) < 1) }
    }

    @Test func nobodyStopsWhereNobodySpeaks() {
        #expect(SpeechEnds.seconds(in: Self.quiet) == [])
        #expect(SpeechEnds.seconds(in: []) == [])
    }

    @Test func aQuantileIsTheSmallestValueThatTheShareDoesNotExceed() {
        let values = (1...20).map(Double.init)
        #expect(Spread.quantile(values, 0.95) == 19)
        #expect(Spread.quantile(values, 0.5) == 10)
        #expect(Spread.quantile([7], 0.95) == 7)
        #expect(Spread.quantile([], 0.95) == nil)
    }
}
