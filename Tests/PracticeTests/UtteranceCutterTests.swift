import Signal
import Speech
import Testing

@testable import Practice

@Suite struct UtteranceCutterTests {
    private typealias Cut = (utterance: Utterance, pauses: [FilledPause])

    private func cuts(_ samples: [Float], size: Int) -> [Cut] {
        var cutter = UtteranceCutter()
        let events = TestAudio.buffers(samples, size: size).flatMap { cutter.process($0) } + cutter.finish()
        return events.compactMap { event, pauses in
            if case .closed(let utterance) = event { (utterance, pauses) } else { nil }
        }
    }

    /// Sounds in a quiet room.
    private func recording(_ sounds: [Float]...) -> [Float] {
        let sound = sounds.flatMap { $0 }
        return zip(sound, TestAudio.room(seconds: AudioBuffer.seconds(sound.count))).map { $0 + $1 }
    }

    private func quiet(_ seconds: Double) -> [Float] {
        [Float](repeating: 0, count: AudioBuffer.sample(seconds))
    }

    @Test func aFilledPauseJustBeforeASplitGoesWithWhatWasSaidBeforeIt() throws {
        // Speech of 20 s with an "uh" of 0.34 s, and a dip after it where it is split.
        let samples = recording(
            quiet(1), MadeVoice.syllables(71), quiet(0.04), MadeVoice.uh(seconds: 0.34), quiet(0.06),
            MadeVoice.syllables(30), quiet(1))
        let whole = cuts(samples, size: samples.count)
        let first = try #require(whole.first)
        #expect((15.58...15.64).contains(first.utterance.audio.time.endSeconds))
        let uh = TimeRange(startSeconds: 15.24, endSeconds: 15.58)
        #expect(first.pauses.contains { $0.time.overlapSeconds(with: uh) > 0.15 })
        for size in [777, 1600] {
            let found = cuts(samples, size: size)
            #expect(found.map(\.utterance) == whole.map(\.utterance))
            #expect(found.map(\.pauses) == whole.map(\.pauses))
        }
    }

    /// A voice so flat that nearly all of it may be filled pauses, one of them across the split, which falls into a dip.
    @Test(arguments: [15.3, 15.5, 15.65])
    func noSoundIsLostAtASplitOrToldTwice(dipSeconds: Double) throws {
        var samples = recording(quiet(1), MadeVoice.syllables(90, floor: 0.7), quiet(1))
        for index in AudioBuffer.sample(dipSeconds)..<AudioBuffer.sample(dipSeconds + 0.03) {
            samples[index] *= 0.6
        }
        let found = cuts(samples, size: 1600)
        #expect(found.count == 2)
        #expect(abs(try #require(found.first).utterance.audio.time.endSeconds - dipSeconds) < 0.03)
        var configuration = FilledPauseDetector.Configuration()
        configuration.threshold = 0.1
        var detector = FilledPauseDetector(configuration: configuration)
        let all = detector.process(AudioBuffer(samples: samples)) + detector.finish()
        #expect(found.flatMap(\.pauses).map(\.time) == all.map(\.time))
        for size in [160, 5_000, samples.count] {
            #expect(cuts(samples, size: size).map(\.pauses) == found.map(\.pauses))
        }
    }

    @Test func aSplitIsToldHalfASecondLateAndASilenceAtOnce() {
        // What lies near the limit has a dip just before it.
        let samples = recording(
            quiet(1), MadeVoice.syllables(72), quiet(0.06), MadeVoice.syllables(20), quiet(1))
        var cutter = UtteranceCutter()
        var segmenter = Segmenter()
        var due: [(event: SegmenterEvent, atSeconds: Double)] = []
        var delays: [Double] = []
        for buffer in TestAudio.buffers(samples, size: 160) {
            due += segmenter.process(buffer).map { ($0, buffer.time.endSeconds) }
            for (event, _) in cutter.process(buffer) {
                let (next, atSeconds) = due.removeFirst()
                #expect(event == next)
                if case .closed = event { delays.append(buffer.time.endSeconds - atSeconds) }
            }
        }
        #expect(due.isEmpty)
        #expect(delays.count == 2)
        #expect(delays.first ?? 9 < 0.55)
        #expect(delays.last == 0)
    }
}
