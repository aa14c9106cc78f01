import Speech
import Testing

@testable import Signal

/// The edges of made voices in a quiet room: a second of quiet, a second of voice, and what comes after it.
@Suite struct ExactSpeechTests {
    private static let voice = TestSound.voice(syllables: 5)
    private static let voiceLevel =
        (voice.reduce(0) { $0 + $1 * $1 } / Float(voice.count)).squareRoot()

    /// The level that lies so far under that of the voice.
    private func level(_ decibels: Float) -> Float { Self.voiceLevel * Decibel.power(level: -decibels / 2) }

    /// A sound like an "s": noise whose differences leave what lies over 4 kHz.
    private func hiss(_ decibels: Float, _ seconds: Double) -> [Float] {
        var samples = TestSound.noise(level: 1, seconds + 0.001, seed: 9)
        for _ in 0..<4 { samples = zip(samples.dropFirst(), samples).map { $0 - $1 } }
        let kept = samples.prefix(AudioBuffer.sample(seconds))
        let power = kept.reduce(0) { $0 + $1 * $1 } / Float(kept.count)
        return kept.map { $0 / power.squareRoot() * level(decibels) }
    }

    private func noise(_ decibels: Float, _ seconds: Double) -> [Float] {
        TestSound.noise(level: level(decibels), seconds, seed: 9)
    }

    private func room(_ parts: [Float]...) -> [Float] {
        let whole = parts.flatMap { $0 }
        return TestSound.mix(whole, TestSound.noise(level: 0.001, AudioBuffer.seconds(whole.count)))
    }

    private func segmenter(_ samples: [Float], lengths: [Int] = [1600]) -> Segmenter {
        var segmenter = Segmenter()
        for buffer in TestSound.buffers(samples, lengths: lengths) { _ = segmenter.process(buffer) }
        _ = segmenter.finish()
        return segmenter
    }

    private func expect(_ found: [TimeRange], near start: Double, _ end: Double) {
        #expect(found.count == 1, "\(found)")
        for range in found {
            #expect(abs(range.startSeconds - start) < 0.03, "\(range)")
            #expect(abs(range.endSeconds - end) < 0.03, "\(range)")
        }
    }

    @Test func theVoiceAloneIsWhereItSounds() {
        let found = segmenter(room(TestSound.silence(1), Self.voice, TestSound.silence(1.2)))
        expect(found.exactSpeech, near: 1, 2)
    }

    @Test(arguments: [Float(25), 28]) func aWeakFricativeAtTheEndBelongsToIt(decibels: Float) throws {
        let found = segmenter(
            room(TestSound.silence(1), Self.voice, hiss(decibels, 0.08), TestSound.silence(1.1)))
        expect(found.exactSpeech, near: 1, 2.08)
        // The detector by itself lets go of it.
        #expect(try #require(found.speech.last).endSeconds < 2.05)
    }

    @Test func aBurstAfterAClosureBelongsToIt() throws {
        let found = segmenter(
            room(
                TestSound.silence(1), Self.voice, TestSound.silence(0.09), noise(20, 0.04),
                TestSound.silence(1.1)))
        expect(found.exactSpeech, near: 1, 2.13)
        #expect(try #require(found.speech.last).endSeconds < 2.07)
    }

    @Test func breathAfterTheVoiceDoesNot() {
        let found = segmenter(
            room(
                TestSound.silence(1), Self.voice, TestSound.silence(0.1), noise(22, 0.3),
                TestSound.silence(0.8)))
        expect(found.exactSpeech, near: 1, 2)
    }

    @Test(arguments: [0.28, 0.4, 0.6])
    func stretchesNeverShrinkAndNeverOverlap(gapSeconds: Double) throws {
        let gap = TestSound.silence(gapSeconds)
        let found = segmenter(
            room(
                Self.voice, gap, hiss(25, 0.1), Self.voice, hiss(20, 0.1), gap, noise(20, 0.04), Self.voice,
                noise(22, 0.25), gap, Self.voice))
        let exact = found.exactSpeech
        try #require(exact.count == found.speech.count)
        #expect(exact.count > 1)
        for (range, wider) in zip(found.speech, exact) {
            #expect(wider.startSeconds <= range.startSeconds)
            #expect(wider.endSeconds >= range.endSeconds)
        }
        for (range, next) in zip(exact, exact.dropFirst()) {
            #expect(range.endSeconds <= next.startSeconds)
        }
        #expect(exact[0].startSeconds >= 0)
    }

    @Test func withoutSpeechThereIsNone() {
        for samples in [
            TestSound.silence(2), [], [0.5], TestSound.noise(level: 0.1, 0.005),
            TestSound.noise(level: 0.001, 2), [Float](repeating: .nan, count: 3000),
        ] {
            #expect(segmenter(samples).exactSpeech == [])
        }
        #expect(Segmenter().exactSpeech == [])
    }

    @Test func aRecordingThatIsAllVoiceEndsWhereItEnds() throws {
        let found = segmenter(TestSound.mix(Self.voice, TestSound.noise(level: 0.001, 1)))
        let range = try #require(found.exactSpeech.first)
        #expect(found.exactSpeech.count == 1)
        #expect((0...0.15).contains(range.startSeconds))
        #expect((0.9...1).contains(range.endSeconds))
    }

    @Test func theCutIntoBuffersDoesNotMatter() {
        let samples = room(
            TestSound.silence(0.8), Self.voice, hiss(25, 0.08), TestSound.silence(0.5), Self.voice,
            TestSound.silence(0.09), noise(20, 0.04), TestSound.silence(0.6))
        let whole = segmenter(samples, lengths: [samples.count]).exactSpeech
        #expect(whole.count == 2)
        #expect(segmenter(samples, lengths: [1, 159, 161, 4000, 7]).exactSpeech == whole)
    }

    @Test func timesCountFromThePlaceOfTheFirstBuffer() throws {
        let samples = room(TestSound.silence(1), Self.voice, hiss(25, 0.08), TestSound.silence(1))
        var later = Segmenter()
        _ = later.process(AudioBuffer(samples: samples, startSample: 160_000))
        _ = later.finish()
        let range = try #require(segmenter(samples).exactSpeech.first)
        let moved = try #require(later.exactSpeech.first)
        #expect(abs(moved.startSeconds - range.startSeconds - 10) < 1e-6)
        #expect(abs(moved.endSeconds - range.endSeconds - 10) < 1e-6)
    }

    @Test func aDetectorThatKeepsNoTrackLeavesEdgesAsTheyAre() {
        let ranges = [TimeRange(startSeconds: 1, endSeconds: 2)]
        #expect(SpeechDetector().exact(ranges) == ranges)
    }
}
