import Foundation
import Signal
import Speech
import Testing

@Suite struct QualityMeterTests {
    private func quality(of samples: [Float], speech: [(Double, Double)], lengths: [Int] = [1600])
        -> RecordingQuality
    {
        var meter = QualityMeter()
        for buffer in TestSound.buffers(samples, lengths: lengths) { meter.process(buffer) }
        return meter.quality(speech: speech.map { TimeRange(startSeconds: $0.0, endSeconds: $0.1) })
    }

    /// A second of noise, two seconds of a tone in the noise, a second of noise.
    private func toneInNoise(tone: Float, noise: Float) -> [Float] {
        let parts = TestSound.silence(1) + TestSound.sine(400, level: tone, 2) + TestSound.silence(1)
        return TestSound.mix(parts, TestSound.noise(level: noise, 4))
    }

    @Test func measuresLevelsAndTheirRatio() throws {
        let found = quality(of: toneInNoise(tone: 0.1, noise: 0.001), speech: [(1, 3)])
        #expect(found.durationSeconds == 4)
        #expect(found.speechSeconds == 2)
        #expect(found.speechShare == 0.5)
        #expect(abs(try #require(found.speechLevelDBFS) + 23) < 0.3)
        #expect(abs(try #require(found.noiseLevelDBFS) + 60) < 0.7)
        #expect(abs(try #require(found.signalToNoiseDB) - 37) < 0.8)
        #expect(abs(found.peakDBFS + 20) < 0.3)
        #expect(found.clippedShare == 0)
        #expect(found.problems == [])
    }

    @Test func leavesOffsetAndRumbleOutOfTheLevels() throws {
        let clean = toneInNoise(tone: 0.1, noise: 0.001)
        let rumble = TestSound.sine(15, level: 0.05, 4).map { $0 + 0.2 }
        let found = quality(of: TestSound.mix(clean, rumble), speech: [(1, 3)])
        #expect(abs(try #require(found.speechLevelDBFS) + 23) < 0.5)
        #expect(try #require(found.noiseLevelDBFS) < -50)
    }

    @Test func callsOverdrivenSpeechClipped() {
        let sine = TestSound.sine(220, level: 2, 2).map { min(max($0, -1), 1) }
        let found = quality(of: sine, speech: [(0, 2)])
        #expect(abs(found.clippedShare - 0.667) < 0.02)
        #expect(found.problems == [.clipped])
        #expect(quality(of: TestSound.sine(2000, level: 1, 2), speech: [(0, 2)]).problems == [])
    }

    @Test func callsQuietAndNoisyRecordingsSo() {
        #expect(
            quality(of: toneInNoise(tone: 0.003, noise: 0.00001), speech: [(1, 3)]).problems == [.tooQuiet])
        #expect(quality(of: toneInNoise(tone: 0.1, noise: 0.03), speech: [(1, 3)]).problems == [.noisy])
        #expect(
            quality(of: toneInNoise(tone: 0.1, noise: 0.001), speech: [(1, 1.5)]).problems.contains(
                .almostNoSpeech))
    }

    @Test func tellsNothingFromSilenceFromNoSpeech() {
        #expect(quality(of: [], speech: []).problems == [.empty])
        #expect(quality(of: TestSound.silence(1), speech: []).problems == [.silent])
        #expect(quality(of: TestSound.noise(level: 0.01, 1), speech: []).problems == [.noSpeech])
    }

    @Test func knowsNoNoiseLevelWithoutAPause() {
        let found = quality(of: TestSound.sine(400, level: 0.1, 2), speech: [(0, 2)])
        #expect(found.noiseLevelDBFS == nil)
        #expect(found.signalToNoiseDB == nil)
    }

    @Test func doesNotTakeAGateForAQuietRoom() {
        let gated = TestSound.silence(1) + TestSound.sine(400, level: 0.1, 2) + TestSound.silence(1)
        #expect(quality(of: gated, speech: [(1, 3)]).signalToNoiseDB == nil)
    }

    @Test func doesNotDependOnHowTheAudioIsCut() {
        let samples = toneInNoise(tone: 0.9, noise: 0.1)
        let whole = quality(of: samples, speech: [(1, 3)], lengths: [samples.count])
        #expect(quality(of: samples, speech: [(1, 3)], lengths: [1, 77, 5000]) == whole)
    }

    private func levels(of samples: [Float], every seconds: Double, lengths: [Int] = [1600]) -> [Double] {
        var meter = QualityMeter()
        for buffer in TestSound.buffers(samples, lengths: lengths) { meter.process(buffer) }
        return meter.levelsDBFS(every: seconds)
    }

    @Test func tellsTheLevelOfEveryFiftyMilliseconds() {
        let samples = TestSound.silence(1) + TestSound.sine(400, level: 0.1, 1.03)
        let found = levels(of: samples, every: 0.05)
        // The last stands for the 30 ms that are left.
        #expect(found.count == 41)
        #expect(found[..<20].allSatisfy { $0 == -120 })
        for level in found[20...] { #expect(abs(level + 23) < 0.3) }
        #expect(levels(of: samples, every: 0.05, lengths: [1, 77, 5000]) == found)
        #expect(levels(of: samples, every: 0.01).count == 203)
        #expect(levels(of: samples, every: 0).count == 203)
    }

    @Test func aLevelIsThatOfTheMeanPower() throws {
        // 20 ms of silence and 30 ms of a tone: three fifths of its power.
        let found = levels(of: TestSound.silence(0.02) + TestSound.sine(400, level: 0.1, 0.03), every: 0.05)
        #expect(found.count == 1)
        #expect(abs(try #require(found.first) + 25.2) < 0.5)
    }

    @Test func levelsLeaveOutWhatLiesBelowTheVoice() {
        let rumble = TestSound.sine(15, level: 0.05, 1).map { $0 + 0.2 }
        for level in levels(of: rumble, every: 0.05).dropFirst(4) { #expect(level < -50) }
    }

    @Test func withoutAHundredthOfASecondThereAreNoLevels() {
        #expect(levels(of: [], every: 0.05) == [])
        #expect(levels(of: [Float](repeating: 0.5, count: 159), every: 0.05) == [])
    }

    @Test func survivesBadInput() throws {
        let found = quality(of: [.nan, .infinity, 0.5, -.infinity], speech: [(-5, 99), (2, 1)])
        #expect(abs(found.peakDBFS + 6) < 0.1)
        let encoded = try JSONEncoder().encode(quality(of: [.nan], speech: []))
        #expect(try JSONDecoder().decode(RecordingQuality.self, from: encoded).problems == [.silent])
    }

    /// The square of such a sample is infinite.
    @Test(arguments: [Float(1e30), -.greatestFiniteMagnitude])
    func aHugeSampleHasAPeakThatCanBeWritten(sample: Float) throws {
        let found = quality(of: [Float](repeating: sample, count: 1600), speech: [(0, 0.1)])
        #expect(found.peakDBFS >= 0 && found.peakDBFS.isFinite)
        #expect(try !JSONEncoder().encode(found).isEmpty)
    }

    @Test(arguments: RecordingQuality.Problem.allCases)
    func everyProblemSaysWhatIsWrongAndWhatToDo(problem: RecordingQuality.Problem) {
        #expect(problem.explanation.hasSuffix("."))
        #expect(problem.advice.hasSuffix("."))
    }
}
