import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct LoudnessFiguresTests {
    /// Runs of 2 s with pauses of 1 s, each with nuclei of these levels at equal steps.
    private func figures(_ levels: [[Float]], problems: [RecordingQuality.Problem] = []) -> LoudnessFigures {
        let runs = levels.indices.map {
            TimeRange(startSeconds: 3 * Double($0), endSeconds: 3 * Double($0) + 2)
        }
        var nuclei: [SyllableNucleus] = []
        for (run, levels) in zip(runs, levels) {
            let places = TestAnswer.syllables(levels.count, in: run)
            nuclei += zip(places, levels).map { SyllableNucleus(timeSeconds: $0.timeSeconds, levelDB: $1) }
        }
        var quality = TestAnswer.quality(seconds: 3 * Double(levels.count))
        quality.problems = problems
        return LoudnessFigures(quality: quality, syllables: nuclei, runs: runs)
    }

    private let even: [Float] = [-20, -20, -20, -20, -20, -20, -20, -20]
    private let fading: [Float] = [-20, -20, -20, -20, -20, -28, -30, -32]

    @Test func anEvenVoiceDoesNotVary() {
        let loudness = figures([even, even, even])
        #expect(loudness.levelDBFS.value == -24)
        #expect(loudness.variationDB.value == 0)
        #expect(loudness.medianFallDB.value == 0)
        #expect(loudness.fadingEnds == [])
        #expect(loudness.fadingShare.value == 0)
        #expect(loudness.judgedRunCount == 3)
    }

    @Test func measuresHowMuchTheSyllablesVary() {
        let loudness = figures([[-18, -22, -18, -22, -18, -22], [-18, -22, -18, -22, -18, -22]])
        #expect(abs((loudness.variationDB.value ?? 0) - (48.0 / 11).squareRoot()) < 1e-9)
        #expect(loudness.variationDB.unit.rawValue == "dB")
    }

    @Test func findsWhereTheVoiceFades() throws {
        let loudness = figures([even, fading, even, fading])
        #expect(loudness.fadingShare.value == 0.5)
        #expect(loudness.medianFallDB.value == 5)
        #expect(loudness.fadingEnds.count == 2)
        let first = try #require(loudness.fadingEnds.first)
        // The sixth of eight nuclei in 3...5 s.
        #expect(abs(first.startSeconds - 4.375) < 1e-9)
        #expect(first.endSeconds == 5)
    }

    @Test func oneFaintSyllableAtTheEndIsNotFading() {
        var ending = even
        ending[7] = -40
        #expect(figures([ending, ending, ending]).fadingEnds == [])
    }

    @Test func shortStretchesAndSyllablesOutsideThemAreNotJudged() {
        let few = figures([even, even, [-20, -20, -20, -40, -40]])
        #expect(few.judgedRunCount == 2)
        #expect(few.fadingShare.absentBecause == "fewer than 3 stretches of speech are long enough")
        let run = TimeRange(startSeconds: 0, endSeconds: 1.4)
        let brief = LoudnessFigures(
            quality: TestAnswer.quality(seconds: 5), syllables: TestAnswer.syllables(8, in: run), runs: [run])
        #expect(brief.judgedRunCount == 0)
        let beside = TestAnswer.syllables(20, in: TimeRange(startSeconds: 2, endSeconds: 5))
        let outside = LoudnessFigures(
            quality: TestAnswer.quality(seconds: 5), syllables: beside, runs: [run])
        #expect(outside.variationDB.absentBecause == "fewer than 10 syllables were found")
    }

    @Test func namesWhatIsWrongWithTheLevel() {
        #expect(figures([even], problems: [.tooQuiet]).isTooQuiet)
        #expect(figures([even], problems: [.clipped, .noisy]).isClipped)
        #expect(!figures([even]).isTooQuiet)
        #expect(!figures([even]).isClipped)
    }

    @Test func withoutSpeechThereAreNoFigures() throws {
        let broken = [SyllableNucleus(timeSeconds: .nan, levelDB: .nan)]
        let loudness = LoudnessFigures(
            quality: TestAnswer.quality(seconds: 3, levelDBFS: nil), syllables: broken, runs: [])
        for figure in [
            loudness.levelDBFS, loudness.variationDB, loudness.medianFallDB, loudness.fadingShare,
        ] {
            #expect(figure.value == nil)
            #expect(figure.absentBecause?.isEmpty == false)
        }
        #expect(try TestAnswer.throughJSON(loudness) == loudness)
    }

    @Test func comesBackFromJSON() throws {
        let loudness = figures([even, fading, even, fading], problems: [.clipped])
        #expect(try TestAnswer.throughJSON(loudness) == loudness)
    }
}
