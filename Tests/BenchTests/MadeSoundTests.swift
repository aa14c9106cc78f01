import Speech
import Testing

@testable import viva_bench

@Suite struct MadeSoundTests {
    @Test(arguments: [
        (MadeSound.quietNoise, -60.0), (.loudNoise, -30), (.pinkNoise, -30), (.mainsHum, -30), (.music, -20),
    ])
    func everySoundHasItsLevelAndDoesNotClip(_ sound: MadeSound, _ level: Double) throws {
        let samples = sound.samples(seconds: 4)
        #expect(samples.count == 64_000)
        #expect(abs(try #require(SoundLevel.of(samples)) - level) < 0.01)
        #expect((samples.map(abs).max() ?? 0) < 1)
    }

    /// A note may begin in a beat that the end cuts off.
    @Test(arguments: [0, 0.3, 2.5, 5, 11.5]) func musicMayEndAnywhere(seconds: Double) {
        #expect(MadeSound.music.samples(seconds: seconds).count == AudioBuffer.sample(seconds))
    }

    @Test func silenceIsAllZero() {
        #expect(MadeSound.silence.samples(seconds: 1).allSatisfy { $0 == 0 })
    }

    @Test(arguments: MadeSound.allCases)
    func aSoundIsTheSameInEveryRun(_ sound: MadeSound) {
        #expect(sound.samples(seconds: 1) == sound.samples(seconds: 1))
    }

    @Test func pinkNoiseIsLouderBelowThanWhiteNoiseOfItsLevel() throws {
        // The mean of sixteen neighbours leaves what lies below some 500 Hz.
        func low(_ sound: MadeSound) throws -> Double {
            let samples = sound.samples(seconds: 4)
            let means = stride(from: 0, to: samples.count, by: 16).map {
                samples[$0..<$0 + 16].reduce(0, +) / 16
            }
            return try #require(SoundLevel.of(means))
        }
        #expect(try low(.pinkNoise) > low(.loudNoise) + 6)
    }

    @Test func aStreamGivesAllSamplesInTenthsOfASecond() async throws {
        let samples = MadeSound.loudNoise.samples(seconds: 0.25)
        var buffers: [AudioBuffer] = []
        for try await buffer in SampleStream(samples) { buffers.append(buffer) }
        #expect(buffers.map(\.samples.count) == [1600, 1600, 800])
        #expect(buffers.map(\.startSample) == [0, 1600, 3200])
        #expect(buffers.flatMap(\.samples) == samples)
    }
}
