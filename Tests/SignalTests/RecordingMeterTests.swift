import Speech
import Testing

@testable import Signal

@Suite struct RecordingMeterTests {
    /// Speech with a hum, a pause and an utterance that is still open at the end.
    private static let sound: [Float] = {
        let voice = TestSound.voice(syllables: 8)
        let parts =
            TestSound.silence(0.6) + voice + TestSound.um(0.3, hum: 0.2) + TestSound.silence(0.9) + voice
        return TestSound.mix(parts, TestSound.noise(level: 0.001, AudioBuffer.seconds(parts.count)))
    }()

    /// It gives what its parts give by themselves, however the audio is cut.
    @Test(arguments: [[1_600], [1], [37, 16_000, 161], [160_000]])
    func givesWhatItsPartsGive(lengths: [Int]) {
        var meter = RecordingMeter()
        var (segmenter, quality) = (Segmenter(), QualityMeter())
        var (syllables, pitch, pauses) = (SyllableDetector(), PitchTracker(), FilledPauseDetector())
        var (together, apart) = ([SegmenterEvent](), [SegmenterEvent]())
        var (found, foundApart) = ([FilledPause](), [FilledPause]())
        for buffer in TestSound.buffers(Self.sound, lengths: lengths) {
            together += meter.process(buffer)
            apart += segmenter.process(buffer)
            found += meter.takeFilledPauses()
            foundApart += pauses.process(buffer)
            quality.process(buffer)
            syllables.process(buffer)
            pitch.process(buffer)
        }
        #expect(meter.nuclei == syllables.nuclei)
        #expect(meter.pitch.frequenciesHz.isEmpty)
        together += meter.finish()
        apart += segmenter.finish()
        #expect(together == apart)
        #expect(meter.segmenter.speech == segmenter.speech)
        #expect(meter.segmenter.exactSpeech == segmenter.exactSpeech)
        #expect(meter.nuclei == syllables.finish())
        #expect(meter.pitch == pitch.finish())
        #expect(found + meter.takeFilledPauses() == foundApart + pauses.finish())
        #expect(meter.takeFilledPauses() == [])
        let speech = segmenter.speech
        #expect(meter.quality.quality(speech: speech) == quality.quality(speech: speech))
        #expect(speech.count == 2 && meter.nuclei.count > 8)
    }
}
