import Speech
import Testing

@testable import viva_bench

@Suite struct MadeNoiseTests {
    private func samples(_ noise: MadeNoise) -> [Float] {
        var random = SplitMix64(seed: 3)
        return SoundLevel.at(-30, noise.samples(64_000, &random))
    }

    /// The level of what lies below some 500 Hz: the mean of sixteen neighbours leaves it.
    private func low(_ noise: MadeNoise) throws -> Double {
        let samples = samples(noise)
        let means = stride(from: 0, to: samples.count, by: 16).map { samples[$0..<$0 + 16].reduce(0, +) / 16 }
        return try #require(SoundLevel.of(means))
    }

    @Test func theDarkerANoiseIsTheMoreOfItLiesLow() throws {
        #expect(try low(.pink) > low(.white) + 6)
        #expect(try low(.brown) > low(.pink))
    }

    @Test(arguments: MadeNoise.allCases) func aNoiseIsTheSameInEveryRun(_ noise: MadeNoise) {
        #expect(samples(noise) == samples(noise))
    }

    @Test(arguments: MadeNoise.allCases) func everyNoiseIsMixedAtItsDistance(_ noise: MadeNoise) throws {
        let tone = SoundLevel.at(-20, MadeTone(startHz: 200, endHz: 200).samples())
        let level = try #require(
            SoundLevel.of(tone[AudioBuffer.sample(0.5)..<AudioBuffer.sample(1.5)]))
        let mixed = try #require(
            NoiseMix.noisy(tone, speech: [MadeTone.time], signalToNoiseDB: 10, noise: noise))
        let rest = try #require(SoundLevel.of(zip(mixed, tone).map { $0 - $1 }))
        #expect(abs(rest - (level - 10)) < 0.1)
    }
}
