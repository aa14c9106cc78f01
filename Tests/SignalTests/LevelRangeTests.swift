import Foundation
import Signal
import Speech
import Testing

@Suite struct LevelRangeTests {
    /// A second each of a loud and a quiet square wave.
    private static func audio(loud: Float, quiet: Float) -> AudioBuffer {
        AudioBuffer(
            samples: [loud, quiet].flatMap { level in
                (0..<16_000).map { $0 / 40 % 2 == 0 ? level : -level }
            })
    }

    @Test(arguments: [(0.1, 0.01, 20.0), (0.5, 0.05, 20.0), (0.1, 0.05, 6.0), (0.1, 0.1, 0.0)])
    func isTheDistanceBetweenLoudAndQuiet(loud: Float, quiet: Float, decibels: Double) throws {
        let range = try #require(LevelRange.decibels(of: Self.audio(loud: loud, quiet: quiet)))
        #expect(abs(range - decibels) < 0.5)
    }

    /// An offset or the hum of the mains filled what is quiet.
    @Test func leavesOutWhatLiesBelowTheVoice() throws {
        let clean = Self.audio(loud: 0.1, quiet: 0.001)
        let range = try #require(LevelRange.decibels(of: clean))
        for rumble in [
            [Float](repeating: 0.01, count: clean.samples.count), TestSound.sine(15, level: 0.01, 2),
        ] {
            let found = LevelRange.decibels(of: AudioBuffer(samples: TestSound.mix(clean.samples, rumble)))
            #expect(abs(try #require(found) - range) < 0.5)
        }
    }

    @Test(arguments: [[], [0.1], [Float](repeating: 0.1, count: 1_599)])
    func isAbsentWithoutEnoughAudio(samples: [Float]) {
        #expect(LevelRange.decibels(of: AudioBuffer(samples: samples)) == nil)
    }

    @Test func survivesWhatIsNoNumber() {
        let odd: [Float] = [.nan, .infinity, -.infinity, 1e30]
        let samples = (0..<3_200).map { odd[$0 % odd.count] }
        #expect((LevelRange.decibels(of: AudioBuffer(samples: samples)) ?? 0).isFinite)
        #expect(LevelRange.decibels(of: AudioBuffer(samples: [Float](repeating: 0, count: 3_200))) == 0)
    }
}
