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

    /// Half of the 10 ms whose level is taken, a rounding error more: so far a sound seems to reach into the silence.
    private static let reachSeconds = 0.005 + 1e-9

    @Test func silencesHaveTheirExactPlaces() throws {
        let found = silences.ranges(in: samples, leastSeconds: 0.25)
        let silence = try #require(found.first)
        #expect(found.count == 1)
        #expect((0...Self.reachSeconds).contains(silence.startSeconds - AudioBuffer.seconds(1700)))
        #expect((0...Self.reachSeconds).contains(AudioBuffer.seconds(9700) - silence.endSeconds))
        #expect(silences.ranges(in: samples, leastSeconds: 0.49) == found)
        #expect(silences.ranges(in: samples, leastSeconds: 0.501) == [])
    }

    @Test func whatIsQuietAroundTheSoundGoes() throws {
        let trimmed = silences.trimmed(samples)
        let before = try #require(trimmed.firstIndex { $0 != 0 })
        let after = try #require(trimmed.reversed().firstIndex { $0 != 0 }?.base)
        #expect(AudioBuffer.seconds(before) <= Self.reachSeconds)
        #expect(AudioBuffer.seconds(trimmed.count - after) <= Self.reachSeconds)
        #expect(Array(trimmed[before..<after]) == Array(samples[100..<11_300]))
    }

    /// Its samples are louder than the limit, but a limit of samples would break every silence in which a voice clicks.
    @Test func aClickIsNoSoundAndTheSameForLongerIsOne() {
        let whole = silences.ranges(in: samples, leastSeconds: 0.25)
        var clicking = samples
        for place in 5000..<5016 { clicking[place] = 0.008 }
        #expect(silences.ranges(in: clicking, leastSeconds: 0.25) == whole)
        var sounding = samples
        for place in 5000..<5160 { sounding[place] = 0.008 }
        #expect(silences.ranges(in: sounding, leastSeconds: 0.1).count == 2)
        #expect(silences.ranges(in: sounding, leastSeconds: 0.25).count == 1)
    }

    @Test func withoutSoundThereIsNothing() {
        let quiet = [Float](repeating: 0.001, count: 16_000)
        #expect(silences.trimmed(quiet) == [])
        #expect(silences.ranges(in: quiet, leastSeconds: 0.1) == [])
        #expect(silences.trimmed([]) == [])
    }
}
