import Signal
import Speech
import Testing

@testable import viva_bench

@Suite struct TonePitchTests {
    private let glide = MadeTone(startHz: 100, endHz: 200)

    /// A track that is right about the glide but for a factor.
    private func track(times factor: Float) -> PitchTrack {
        PitchTrack(
            frequenciesHz: (0..<200).map { index in
                let time = Double(index) * PitchTrack.hopSeconds
                let isTone = (MadeTone.time.startSeconds...MadeTone.time.endSeconds).contains(time)
                return isTone ? factor * Float(glide.hertz(at: time)) : 0
            })
    }

    @Test func aGlideMovesEvenlyInSemitones() throws {
        #expect(abs(glide.hertz(at: 0.5) - 100) < 1e-9)
        #expect(abs(glide.hertz(at: 1) - 141.421) < 1e-3)
        #expect(abs(glide.hertz(at: 1.5) - 200) < 1e-9)
        let samples = glide.samples()
        #expect(samples.count == AudioBuffer.sample(2))
        #expect(abs(try #require(SoundLevel.of(samples[8000..<24_000])) + 20) < 0.01)
        #expect(samples[..<8000].allSatisfy { $0 == 0 })
    }

    @Test func aRightTrackIsRightEverywhere() {
        var pitch = TonePitch()
        pitch.add(track(times: 1), of: glide)
        #expect(pitch.rows("x").map(\.value) == [1, 0, 0])
    }

    @Test func anOctaveIsAGrossErrorAndSilenceAMiss() {
        var octave = TonePitch()
        octave.add(track(times: 2), of: glide)
        #expect(octave.rows("x").map(\.value) == [0, 1, 0])
        var silent = TonePitch()
        silent.add(track(times: 0), of: glide)
        #expect(silent.rows("x").map(\.value) == [0, nil, 0])
    }

    @Test func aVoiceInSilenceIsCounted() throws {
        var pitch = TonePitch()
        pitch.add(PitchTrack(frequenciesHz: [Float](repeating: 150, count: 200)), of: glide)
        #expect(pitch.rows("x").last?.value == 1)
    }

    @Test func tonesAndGlidesAreMeasuredCleanAndInNoise() {
        let rows = TonePitch.rows()
        #expect(Set(rows.map(\.subject)).count == 4)
        #expect(rows.count == 12)
        #expect(rows.filter { $0.measure == "voiced and within 20 cents" }.allSatisfy { $0.total > 500 })
    }
}
