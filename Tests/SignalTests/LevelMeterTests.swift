import Signal
import Speech
import Testing

@Suite struct LevelMeterTests {
    @Test func readsTheLatest80Milliseconds() {
        var meter = LevelMeter()
        #expect(meter.level == AudioLevel(rmsDBFS: -120, peakDBFS: -120))
        meter.process(AudioBuffer(samples: TestSound.sine(400, level: 1, 0.2)))
        #expect(abs(meter.level.rmsDBFS + 3) < 0.1)
        #expect(abs(meter.level.peakDBFS) < 0.1)
        meter.process(AudioBuffer(samples: TestSound.silence(0.04)))
        #expect(abs(meter.level.rmsDBFS + 6) < 0.1)
        meter.process(AudioBuffer(samples: TestSound.silence(0.04)))
        #expect(meter.level == AudioLevel(rmsDBFS: -120, peakDBFS: -120))
    }

    @Test func doesNotDependOnHowTheAudioIsCut() {
        let samples = TestSound.noise(level: 0.1, 0.3)
        var whole = LevelMeter()
        var pieces = LevelMeter()
        whole.process(AudioBuffer(samples: samples))
        for buffer in TestSound.buffers(samples, lengths: [1, 333]) { pieces.process(buffer) }
        #expect(whole.level == pieces.level)
    }

    @Test func survivesBadInput() {
        var meter = LevelMeter()
        #expect(meter.process(AudioBuffer(samples: [])).rmsDBFS == -120)
        #expect(meter.process(AudioBuffer(samples: [.nan, .infinity])).peakDBFS == -120)
        #expect(meter.process(AudioBuffer(samples: [30])).peakDBFS == 0)
    }
}
