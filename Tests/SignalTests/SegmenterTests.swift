import Foundation
import Signal
import Speech
import Testing

@Suite struct SegmenterTests {
    private func events(
        of samples: [Float], lengths: [Int] = [1600], configuration: Segmenter.Configuration = .init()
    ) -> [SegmenterEvent] {
        var segmenter = Segmenter(configuration: configuration)
        return TestSound.buffers(samples, lengths: lengths).flatMap { segmenter.process($0) }
            + segmenter.finish()
    }

    private func utterances(_ events: [SegmenterEvent]) -> [Utterance] {
        events.compactMap { if case .closed(let utterance) = $0 { utterance } else { nil } }
    }

    private func sound(_ parts: [Float]...) -> [Float] {
        let whole = parts.flatMap { $0 }
        return TestSound.mix(whole, TestSound.noise(level: 0.001, AudioBuffer.seconds(whole.count)))
    }

    @Test func givesEachPhraseItsPaddedAudio() throws {
        let samples = sound(
            TestSound.silence(0.8), TestSound.voice(syllables: 4), TestSound.silence(1),
            TestSound.voice(syllables: 4),
            TestSound.silence(0.8))
        let found = utterances(events(of: samples))
        try #require(found.count == 2)
        for (utterance, start) in zip(found, [0.8, 2.6]) {
            #expect(abs(utterance.speech.startSeconds - start) < 0.08)
            #expect(abs(utterance.speech.endSeconds - start - 0.8) < 0.08)
            #expect(abs(utterance.speech.startSeconds - utterance.audio.time.startSeconds - 0.25) < 0.001)
            #expect(abs(utterance.audio.time.endSeconds - utterance.speech.endSeconds - 0.25) < 0.001)
            #expect(
                utterance.audio.samples
                    == Array(samples[utterance.audio.startSample..<utterance.audio.endSample]))
        }
    }

    @Test func keepsAShortPauseInsideAnUtterance() throws {
        let samples = sound(
            TestSound.silence(0.6), TestSound.voice(syllables: 4), TestSound.silence(0.35),
            TestSound.voice(syllables: 4), TestSound.silence(0.7))
        var segmenter = Segmenter()
        let found = utterances(segmenter.process(AudioBuffer(samples: samples)) + segmenter.finish())
        #expect(found.count == 1)
        #expect(segmenter.speech.count == 2)
    }

    @Test func waitsLongerForCompanyAfterAShortBurst() {
        let parts = { (syllables: Int) in
            self.sound(
                TestSound.silence(0.6), TestSound.voice(syllables: syllables), TestSound.silence(0.68),
                TestSound.voice(syllables: 4), TestSound.silence(0.7))
        }
        #expect(utterances(events(of: parts(2))).count == 1)
        #expect(utterances(events(of: parts(5))).count == 2)
    }

    @Test func splitsLongSpeechInItsDipWithoutLosingASample() throws {
        var configuration = Segmenter.Configuration()
        configuration.maximumSeconds = 2.5
        // Twelve syllables, a dip too short for a pause, twelve more: the dip lies at 2.0...2.1 s.
        let samples = sound(
            TestSound.voice(syllables: 10), TestSound.silence(0.1), TestSound.voice(syllables: 10),
            TestSound.silence(0.8))
        let all = events(of: samples, configuration: configuration)
        let found = utterances(all)
        try #require(found.count >= 2)
        #expect((2.0...2.1).contains(found[0].audio.time.endSeconds), "\(found[0].audio.time)")
        for (first, second) in zip(found, found.dropFirst()) {
            #expect(first.audio.endSample == second.audio.startSample)
            #expect(first.speech.endSeconds <= second.speech.startSeconds)
        }
        #expect(found.allSatisfy { $0.audio.samples.count <= AudioBuffer.sample(2.5) })
        #expect(found.flatMap(\.audio.samples) == Array(samples[..<(found.last?.audio.endSample ?? 0)]))
    }

    @Test func splitsAtAPauseRatherThanAtADip() throws {
        var configuration = Segmenter.Configuration()
        configuration.maximumSeconds = 2.5
        let samples = sound(
            TestSound.voice(syllables: 7), TestSound.silence(0.36), TestSound.voice(syllables: 12),
            TestSound.silence(0.8))
        let first = try #require(utterances(events(of: samples, configuration: configuration)).first)
        #expect((1.45...1.75).contains(first.audio.time.endSeconds), "\(first.audio.time)")
        #expect(abs(first.speech.endSeconds - 1.4) < 0.08)
    }

    @Test func aSplitDoesNotMoveTheStartOfTheSpeechThatGoesOn() throws {
        var configuration = Segmenter.Configuration()
        configuration.maximumSeconds = 2.5
        var segmenter = Segmenter(configuration: configuration)
        var starts: [Double?] = []
        var cutCount = 0
        let samples = sound(TestSound.silence(0.8), TestSound.voice(syllables: 30), TestSound.silence(0.8))
        for buffer in TestSound.buffers(samples, lengths: [1600]) {
            cutCount += utterances(segmenter.process(buffer)).count
            if starts.last != segmenter.currentSpeechStartSeconds {
                starts.append(segmenter.currentSpeechStartSeconds)
            }
        }
        #expect(cutCount >= 2)
        try #require(starts.count == 3, "\(starts)")
        #expect(starts[0] == nil && starts[2] == nil)
        #expect(abs(try #require(starts[1]) - 0.8) < 0.08)
    }

    @Test func tellsTheStoryOfEachUtteranceInOrder() throws {
        let samples = sound(
            TestSound.silence(0.6), TestSound.voice(syllables: 6), TestSound.silence(1),
            TestSound.voice(syllables: 5),
            TestSound.silence(0.3))
        var previewed: AudioBuffer?
        var openCount = 0
        var paused: Utterance?
        for event in events(of: samples) {
            switch event {
            case .opened:
                #expect(previewed == nil)
                openCount += 1
                previewed = AudioBuffer(samples: [])
            case .extended(let piece):
                var audio = try #require(previewed)
                if audio.samples.isEmpty { audio.startSample = piece.startSample }
                #expect(piece.startSample == audio.endSample)
                audio.samples += piece.samples
                previewed = audio
            case .paused(let utterance):
                #expect(utterance != paused)
                paused = utterance
            case .closed(let utterance):
                let audio = try #require(previewed)
                #expect(audio.startSample == utterance.audio.startSample)
                let shared = min(audio.samples.count, utterance.audio.samples.count)
                #expect(shared > 8000)
                #expect(audio.samples.prefix(shared) == utterance.audio.samples.prefix(shared))
                previewed = nil
            }
        }
        #expect(openCount == 2)
        #expect(previewed == nil)
    }

    @Test func tellsOfASilenceBeforeItClosesAnUtterance() throws {
        let samples = sound(
            TestSound.silence(0.6), TestSound.voice(syllables: 4), TestSound.silence(0.35),
            TestSound.voice(syllables: 4), TestSound.silence(1))
        var segmenter = Segmenter()
        var pauses: [(atSeconds: Double, utterance: Utterance)] = []
        var closed: Utterance?
        for buffer in TestSound.buffers(samples, lengths: [160]) {
            for event in segmenter.process(buffer) {
                switch event {
                case .paused(let utterance): pauses.append((buffer.time.endSeconds, utterance))
                case .closed(let utterance): closed = utterance
                default: break
                }
            }
        }
        // One in the middle, after which more came, and one at the end.
        try #require(pauses.count == 2)
        #expect(pauses[0].utterance.speech.endSeconds < pauses[1].utterance.speech.endSeconds)
        #expect(pauses[0].utterance.audio.startSample == pauses[1].utterance.audio.startSample)
        #expect(pauses[1].utterance == closed)
        for (time, utterance) in pauses { #expect(time - utterance.speech.endSeconds < 0.45) }
    }

    @Test func doesNotDependOnHowTheAudioIsCut() {
        let samples = sound(
            TestSound.silence(0.4), TestSound.voice(syllables: 9), TestSound.silence(0.9),
            TestSound.voice(syllables: 3))
        var configuration = Segmenter.Configuration()
        configuration.maximumSeconds = 1.2
        let whole = events(of: samples, lengths: [samples.count], configuration: configuration)
        #expect(utterances(whole).count >= 3)
        #expect(events(of: samples, lengths: [3, 159, 1601, 5000], configuration: configuration) == whole)
    }

    /// Speech that ends just before the limit and goes on just beyond it once had no place to be cut at.
    /// Each of sixty limits with one of the pauses.
    @Test(arguments: [0.3, 0.38, 0.44, 0.48].enumerated().map { ($0, $1) })
    func cutsInTheSilenceAcrossItsLimit(number: Int, pauseSeconds: Double) {
        let samples = sound(
            TestSound.silence(0.3), TestSound.voice(syllables: 5), TestSound.silence(pauseSeconds),
            TestSound.voice(syllables: 5), TestSound.silence(0.8))
        for step in stride(from: number, to: 60, by: 4) {
            var configuration = Segmenter.Configuration()
            configuration.maximumSeconds = 0.8 + Double(step) * 0.02
            let found = utterances(events(of: samples, lengths: [1600], configuration: configuration))
            #expect(found.count >= 2)
            for (utterance, next) in zip(found, found.dropFirst()) {
                #expect(utterance.speech.endSeconds <= next.speech.startSeconds)
                #expect(utterance.audio.time.durationSeconds <= configuration.maximumSeconds + 0.001)
            }
        }
    }

    @Test func givesNothingForNothing() {
        #expect(events(of: []) == [])
        #expect(events(of: [0.1]) == [])
        #expect(events(of: TestSound.silence(2)) == [])
    }
}
