import Foundation
import Speech
import Testing

@testable import Signal

@Suite struct PitchTrackerTests {
    /// A tone of ten harmonics whose pitch goes evenly in semitones from one frequency to another.
    private static func glide(from: Double, to: Double, _ seconds: Double, level: Float = 0.3) -> [Float] {
        let count = AudioBuffer.sample(seconds)
        var phase = 0.0
        return (0..<count).map { index in
            phase += from * pow(to / from, Double(index) / Double(count)) / Double(AudioBuffer.sampleRateHz)
            let sum = (1...10).reduce(0.0) { $0 + sin(2 * .pi * Double($1) * phase) / Double($1) }
            return level * Float(sum) / 2
        }
    }

    private func track(_ samples: [Float], lengths: [Int] = [1600]) -> PitchTrack {
        var tracker = PitchTracker()
        for buffer in TestSound.buffers(samples, lengths: lengths) { tracker.process(buffer) }
        return tracker.finish()
    }

    private func cents(_ heard: Float, _ said: Double) -> Double { 1200 * abs(log2(Double(heard) / said)) }

    @Test(arguments: [80.0, 110, 150, 220, 333, 450])
    func aSteadyVoiceHasItsPitch(hertz: Double) {
        let track = track(Self.glide(from: hertz, to: hertz, 1))
        #expect(track.frequenciesHz.count == 100)
        for pitch in track.frequenciesHz[5..<95] { #expect(cents(pitch, hertz) < 5) }
    }

    @Test func aGlideIsFollowed() {
        let track = track(Self.glide(from: 100, to: 300, 2))
        for index in 10..<190 {
            let said = 100 * pow(3, track.seconds(index) / 2)
            #expect(cents(track.frequenciesHz[index], said) < 15, "at \(track.seconds(index))")
        }
    }

    @Test func noiseUnderAVoiceDoesNotMoveItByAnOctave() {
        let noisy = TestSound.mix(Self.glide(from: 180, to: 120, 2), TestSound.noise(level: 0.04, 2))
        for pitch in track(noisy).frequenciesHz[10..<190] where pitch > 0 {
            #expect((115...190).contains(pitch))
        }
        #expect(track(noisy).frequenciesHz.count { $0 > 0 } > 180)
    }

    @Test func aWeakFundamentalIsFoundByItsHarmonics() {
        let count = AudioBuffer.sample(1)
        let samples = (0..<count).map { index in
            let phase = 2 * Double.pi * 120 * AudioBuffer.seconds(index)
            return Float(
                0.01 * sin(phase) + 0.2 * sin(2 * phase) + 0.2 * sin(3 * phase) + 0.1 * sin(5 * phase))
        }
        for pitch in track(samples).frequenciesHz[5..<95] { #expect(cents(pitch, 120) < 10) }
    }

    /// A key press, a knock at the microphone: the voice does not count as silence beside it.
    @Test func aLoudKnockTakesNoPitchAway() {
        let voice = Self.glide(from: 120, to: 180, 2, level: 0.01)
        let knock = TestSound.noise(level: 0.5, 0.025)
        let voiced = track(voice).frequenciesHz
        let before = track(TestSound.silence(0.2) + knock + TestSound.silence(0.275) + voice).frequenciesHz
        #expect(zip(before.suffix(190), voiced.suffix(190)).allSatisfy { cents($0, Double($1)) < 1 })
        let after = track(voice + TestSound.silence(0.275) + knock).frequenciesHz
        #expect(zip(after, voiced).prefix(190).allSatisfy { cents($0, Double($1)) < 1 })
        #expect(voiced.count { $0 > 0 } > 190)
    }

    @Test func noiseAndSilenceHaveNoPitch() {
        let silent = track(TestSound.silence(1))
        #expect(silent.frequenciesHz == [Float](repeating: 0, count: 100))
        let noise = track(TestSound.noise(level: 0.2, 3)).frequenciesHz
        #expect(noise.count { $0 > 0 } < 6)
        #expect(track([]).frequenciesHz.isEmpty)
    }

    /// A hum before the voice is loud while it is alone, and silent beside what comes.
    @Test func whatIsSilentBesideTheLoudestHasNoPitch() {
        let hum = Self.glide(from: 100, to: 100, 1, level: 0.002)
        let track = track(hum + Self.glide(from: 200, to: 200, 1))
        #expect(track.frequenciesHz[5..<95].allSatisfy { $0 == 0 })
        #expect(cents(track.frequenciesHz[150], 200) < 5)
    }

    @Test func theCutIntoBuffersDoesNotMatter() {
        let samples =
            TestSound.silence(0.3) + TestSound.voice(syllables: 8) + TestSound.noise(level: 0.01, 0.5)
        let whole = track(samples, lengths: [samples.count])
        #expect(track(samples, lengths: [1, 7, 160, 333, 4001]) == whole)
        #expect(whole.frequenciesHz.count == (samples.count + 159) / 160)
    }
}
