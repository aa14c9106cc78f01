import Foundation
import Signal
import Speech
import Testing

@Suite struct SpeechDetectorTests {
    /// Where the detector finds speech.
    private func speech(in samples: [Float], lengths: [Int] = [1600]) -> [TimeRange] {
        var detector = SpeechDetector()
        let events =
            TestSound.buffers(samples, lengths: lengths).flatMap { detector.process($0) } + detector.finish()
        return events.compactMap { if case .ended(let range) = $0 { range } else { nil } }
    }

    private func expect(
        _ found: [TimeRange], near expected: [(Double, Double)], withinSeconds tolerance: Double = 0.08
    ) {
        #expect(found.count == expected.count, "\(found)")
        for (range, (start, end)) in zip(found, expected) {
            #expect(abs(range.startSeconds - start) < tolerance, "\(range)")
            #expect(abs(range.endSeconds - end) < tolerance, "\(range)")
        }
    }

    /// 0.8 s of quiet, 1.2 s of voice, 0.7 s of quiet, 0.8 s of voice, 0.6 s of quiet.
    private func twoPhrases(level: Float = 0.3) -> [Float] {
        TestSound.silence(0.8) + TestSound.voice(syllables: 6, level: level) + TestSound.silence(0.7)
            + TestSound.voice(syllables: 4, level: level) + TestSound.silence(0.6)
    }

    @Test(arguments: [Float(0.9), 0.3, 0.0056])
    func findsPhrasesAtAnyLevel(level: Float) {
        let sound = TestSound.mix(twoPhrases(level: level), TestSound.noise(level: level / 300, 4.1))
        expect(speech(in: sound), near: [(0.8, 2.0), (2.7, 3.5)])
    }

    @Test func findsPhrasesInANoisyRoom() {
        let phrases = twoPhrases()
        let power = phrases.reduce(0) { $0 + $1 * $1 } / Float(phrases.count)
        let sound = TestSound.mix(phrases, TestSound.noise(level: power.squareRoot() * 0.3, 4.1))
        expect(speech(in: sound), near: [(0.8, 2.0), (2.7, 3.5)], withinSeconds: 0.15)
    }

    @Test func findsSpeechThatBeginsWithTheRecording() {
        let sound = TestSound.voice(syllables: 6) + TestSound.silence(0.5)
        expect(
            speech(in: TestSound.mix(sound, TestSound.noise(level: 0.001, 1.7))), near: [(0, 1.2)],
            withinSeconds: 0.15)
    }

    @Test func keepsSpeechThatTheRecordingCutsOff() {
        let sound = TestSound.silence(0.7) + TestSound.voice(syllables: 5)
        expect(speech(in: TestSound.mix(sound, TestSound.noise(level: 0.001, 1.7))), near: [(0.7, 1.7)])
    }

    @Test func findsPhrasesOverAnOffset() {
        expect(speech(in: twoPhrases().map { $0 + 0.2 }), near: [(0.8, 2.0), (2.7, 3.5)])
    }

    @Test func findsAWhisper() {
        let sound =
            TestSound.silence(0.7) + TestSound.whisper(syllables: 6, level: 0.05) + TestSound.silence(0.5)
        let found = speech(in: TestSound.mix(sound, TestSound.noise(level: 0.0005, 2.4)))
        expect(found, near: [(0.7, 1.9)], withinSeconds: 0.15)
    }

    @Test(arguments: ["zeros", "offset", "noise", "hum", "clicks", "fan switched on", "hiss after zeros"])
    func hearsNoSpeechIn(_ name: String) {
        let hum = TestSound.mix(TestSound.sine(50, level: 0.1, 3), TestSound.sine(150, level: 0.05, 3))
        let sounds = [
            "zeros": TestSound.silence(2), "offset": [Float](repeating: 0.3, count: 32_000),
            "noise": TestSound.noise(level: 0.1, 4), "hum": hum,
            "clicks": TestSound.mix(TestSound.clicks(level: 0.3, 4), TestSound.noise(level: 0.001, 4)),
            "fan switched on": TestSound.noise(level: 0.0005, 1.5) + TestSound.noise(level: 0.1, 3, seed: 2),
            "hiss after zeros": TestSound.silence(1.5) + TestSound.noise(level: 0.001, 2)
                + TestSound.silence(1),
        ]
        #expect(speech(in: sounds[name] ?? []) == [])
        #expect(sounds[name] != nil)
    }

    @Test func bridgesTheClosureOfAStopButNotAPause() {
        let gap = { (seconds: Double) in
            TestSound.silence(0.6) + TestSound.voice(syllables: 4) + TestSound.silence(seconds)
                + TestSound.voice(syllables: 4) + TestSound.silence(0.4)
        }
        #expect(speech(in: TestSound.mix(gap(0.1), TestSound.noise(level: 0.001, 2.7))).count == 1)
        #expect(speech(in: TestSound.mix(gap(0.4), TestSound.noise(level: 0.001, 3))).count == 2)
    }

    @Test func keepsALastVoicelessWordButNotABreath() {
        let phrase = TestSound.silence(0.7) + TestSound.voice(syllables: 5) + TestSound.silence(0.1)
        let sound = { (level: Float) in
            let last = TestSound.noise(level: level, 0.25, seed: 9) + TestSound.silence(0.6)
            return TestSound.mix(phrase + last, TestSound.noise(level: 0.001, 2.65))
        }
        expect(speech(in: sound(0.1)), near: [(0.7, 2.05)])
        expect(speech(in: sound(0.002)), near: [(0.7, 1.7)])
    }

    @Test func doesNotDependOnHowTheAudioIsCut() {
        let sound = TestSound.mix(twoPhrases(), TestSound.noise(level: 0.01, 4.1))
        let whole = speech(in: sound, lengths: [sound.count])
        #expect(whole.count == 2)
        #expect(speech(in: sound, lengths: [1, 159, 161, 4000, 7]) == whole)
    }

    @Test func reportsAStartBeforeTheEndOfTheSpeech() {
        var detector = SpeechDetector()
        let sound = TestSound.mix(twoPhrases(), TestSound.noise(level: 0.001, 4.1))
        let early = detector.process(AudioBuffer(samples: Array(sound[..<AudioBuffer.sample(1.3)])))
        guard case .started(let start)? = early.first else {
            Issue.record("no start within 0.5 s of speech: \(early)")
            return
        }
        #expect(abs(start - 0.8) < 0.05)
        #expect(early.count == 1)
    }

    @Test func countsTimeFromThePlaceOfTheFirstBuffer() {
        var detector = SpeechDetector()
        let sound = TestSound.mix(twoPhrases(), TestSound.noise(level: 0.001, 4.1))
        let events = detector.process(AudioBuffer(samples: sound, startSample: 160_000)) + detector.finish()
        guard case .started(let start)? = events.first else {
            Issue.record("no speech")
            return
        }
        #expect(abs(start - 10.8) < 0.05)
    }

    @Test func survivesBadInput() {
        #expect(speech(in: []) == [])
        #expect(speech(in: [0.5]) == [])
        #expect(speech(in: [Float](repeating: .nan, count: 8000)) == [])
        var broken = TestSound.mix(twoPhrases(), TestSound.noise(level: 0.001, 4.1))
        broken[20_000] = .infinity
        broken[20_001] = .nan
        expect(speech(in: broken), near: [(0.8, 2.0), (2.7, 3.5)], withinSeconds: 0.15)
        var detector = SpeechDetector()
        #expect(detector.process(AudioBuffer(samples: [])) == [])
        #expect(detector.finish() == [])
        #expect(detector.finish() == [])
    }
}
