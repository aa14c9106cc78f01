import Foundation
import Speech
import Testing

@testable import Signal

@Suite("FilledPauseDetector")
struct FilledPauseDetectorTests {
    /// Three seconds of syllables, a pause, a hummed vowel, a pause, syllables.
    private static func answer(_ filler: [Float]) -> [Float] {
        let room = TestSound.noise(level: 0.0005, 0.3, seed: 3)
        let sound =
            TestSound.voice(syllables: 15) + room + filler + TestSound.silence(0.3)
            + TestSound.voice(syllables: 10)
        return TestSound.mix(sound, TestSound.noise(level: 0.0003, AudioBuffer.seconds(sound.count), seed: 9))
    }

    private static func pauses(_ samples: [Float], lengths: [Int] = [1600], threshold: Double = 0.5)
        -> [FilledPause]
    {
        var configuration = FilledPauseDetector.Configuration()
        configuration.threshold = threshold
        var detector = FilledPauseDetector(configuration: configuration)
        var found: [FilledPause] = []
        for buffer in TestSound.buffers(samples, lengths: lengths) { found += detector.process(buffer) }
        return found + detector.finish()
    }

    @Test("A steady vowel between pauses is a filled pause at its place")
    func steadyVowel() throws {
        let found = Self.pauses(Self.answer(TestSound.uh(0.5)))
        let pause = try #require(found.max { $0.probability < $1.probability })
        #expect(abs(pause.time.startSeconds - 3.3) < 0.1)
        #expect(abs(pause.time.endSeconds - 3.8) < 0.1)
        #expect(pause.sound == .vowel)
    }

    @Test("A vowel that closes into a hum is heard as one")
    func closing() throws {
        let found = Self.pauses(Self.answer(TestSound.um(0.25, hum: 0.35)))
        let pause = try #require(found.max { $0.probability < $1.probability })
        #expect(pause.sound == .vowelAndNasal)
        #expect(pause.time.durationSeconds > 0.45)
    }

    @Test("Syllables, silence, noise and whispers hold no filled pause")
    func others() {
        #expect(Self.pauses(TestSound.voice(syllables: 30)).isEmpty)
        #expect(Self.pauses(TestSound.silence(3)).isEmpty)
        #expect(Self.pauses(TestSound.noise(level: 0.1, 3)).isEmpty)
        #expect(Self.pauses(TestSound.whisper(syllables: 15, level: 0.1)).isEmpty)
    }

    @Test("The result does not depend on the buffers")
    func buffers() {
        let samples = Self.answer(TestSound.um(0.2, hum: 0.3))
        let whole = Self.pauses(samples, lengths: [samples.count], threshold: 0.05)
        #expect(!whole.isEmpty)
        #expect(Self.pauses(samples, lengths: [1, 159, 4000], threshold: 0.05) == whole)
    }

    @Test("A pause is returned while the recording goes on")
    func early() {
        var detector = FilledPauseDetector()
        let samples = Self.answer(TestSound.uh(0.5)) + TestSound.silence(3)
        var found: [FilledPause] = []
        for buffer in TestSound.buffers(samples, lengths: [1600]) { found += detector.process(buffer) }
        #expect(!found.isEmpty)
    }

    @Test("Times count from the start of the recording")
    func origin() throws {
        var detector = FilledPauseDetector()
        let samples = Self.answer(TestSound.uh(0.5))
        let found = detector.process(AudioBuffer(samples: samples, startSample: 160_000)) + detector.finish()
        let pause = try #require(found.max { $0.probability < $1.probability })
        #expect(abs(pause.time.startSeconds - 13.3) < 0.1)
    }

    @Test("Nothing and next to nothing are heard without harm", arguments: [0, 1, 159, 641])
    func short(count: Int) {
        #expect(Self.pauses([Float](repeating: 0.1, count: count)).isEmpty)
    }

    @Test("A tone without end does not hold the memory or the answer up")
    func tone() {
        let found = Self.pauses(TestSound.sine(150, level: 0.2, 5), threshold: 0)
        #expect(
            found.allSatisfy {
                $0.time.durationSeconds < Double(SteadyStretchSearch.longestFrames) / 100 + 0.001
            })
    }
}
