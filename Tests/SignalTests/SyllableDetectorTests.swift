import Foundation
import Signal
import Speech
import Testing

@Suite struct SyllableDetectorTests {
    private func nuclei(of samples: [Float], lengths: [Int] = [1600]) -> [SyllableNucleus] {
        var detector = SyllableDetector()
        for buffer in TestSound.buffers(samples, lengths: lengths) { detector.process(buffer) }
        return detector.finish()
    }

    @Test func findsEachSyllableAtItsLoudestPlace() {
        let samples = TestSound.silence(0.5) + TestSound.voice(syllables: 8) + TestSound.silence(0.3)
        let found = nuclei(of: TestSound.mix(samples, TestSound.noise(level: 0.001, 2.4)))
        #expect(found.count == 8)
        for (index, nucleus) in found.enumerated() {
            #expect(abs(nucleus.timeSeconds - (0.6 + 0.2 * Double(index))) < 0.06, "\(nucleus)")
        }
    }

    @Test func leavesOutWhatHasNoVoice() {
        let burst = TestSound.whisper(syllables: 3, level: 0.1)
        let samples = TestSound.voice(syllables: 3) + burst
        #expect(nuclei(of: samples).count == 3)
    }

    @Test func leavesOutWhatLiesFarUnderTheLoudSpeech() {
        let samples = TestSound.voice(syllables: 5, level: 0.5) + TestSound.voice(syllables: 5, level: 0.01)
        #expect(nuclei(of: samples).count == 5)
        let near = TestSound.voice(syllables: 5, level: 0.5) + TestSound.voice(syllables: 5, level: 0.1)
        #expect(nuclei(of: near).count == 10)
    }

    @Test func doesNotCountOneHeldVowelTwice() {
        let pulses = (0..<16_000).map { Float($0 % 133 == 0 ? 0.5 : 0) }
        #expect(nuclei(of: TestSound.silence(0.3) + pulses + TestSound.silence(0.3)).count == 1)
    }

    @Test func readsTheLevelOfASineAsItsRMS() throws {
        let samples = TestSound.silence(0.3) + TestSound.sine(200, level: 1, 0.4) + TestSound.silence(0.3)
        let nucleus = try #require(nuclei(of: samples).first)
        #expect(abs(nucleus.levelDB + 3) < 0.5)
    }

    @Test func doesNotDependOnHowTheAudioIsCut() {
        let samples = TestSound.mix(TestSound.voice(syllables: 6), TestSound.noise(level: 0.005, 1.2))
        let whole = nuclei(of: samples, lengths: [samples.count])
        #expect(whole.count == 6)
        #expect(nuclei(of: samples, lengths: [1, 161, 997]) == whole)
    }

    @Test(arguments: [0, 1, 700, 20_000])
    func findsNothingInSilenceOrBrokenSamples(count: Int) {
        #expect(nuclei(of: [Float](repeating: 0, count: count)) == [])
        #expect(nuclei(of: [Float](repeating: .nan, count: count)) == [])
    }
}
