import Delivery
import Foundation
import Signal
import Speech
import Testing

@Suite struct PitchFiguresTests {
    /// A track of a length whose value at a time is so many semitones above a frequency; no voice where it is `nil`.
    private func track(
        seconds: Double, above hertz: Double = 120, _ semitones: (Double) -> Double?
    ) -> PitchTrack {
        let values = (0..<Int((seconds * 100).rounded())).map { index in
            semitones(Double(index) / 100).map { Float(hertz * exp2($0 / 12)) } ?? 0
        }
        return PitchTrack(frequenciesHz: values)
    }

    @Test func anEvenVoiceDoesNotMove() {
        let pitch = PitchFigures(pitch: track(seconds: 3) { _ in 0 }, runs: TestAnswer.ranges((0, 3)))
        #expect(abs((pitch.medianHz.value ?? 0) - 120) < 1e-4)
        #expect(abs(pitch.variationSemitones.value ?? 1) < 1e-4)
        #expect(abs(pitch.rangeSemitones.value ?? 1) < 1e-4)
        #expect(pitch.medianHz.description == "120.0 Hz")
    }

    @Test(arguments: [100.0, 220.0])
    func highAndLowVoicesThatMoveAlikeHaveTheSameFigures(hertz: Double) {
        let track = track(seconds: 3, above: hertz) { time in
            // A tenth of a second each; the small part keeps rounding out.
            Int((time * 10 + 0.001).rounded(.down)).isMultiple(of: 2) ? 2 : -2
        }
        let pitch = PitchFigures(pitch: track, runs: TestAnswer.ranges((0, 3)))
        #expect(abs((pitch.medianHz.value ?? 0) - hertz) < 0.01)
        #expect(abs((pitch.variationSemitones.value ?? 0) - 2) < 0.01)
        #expect(abs((pitch.rangeSemitones.value ?? 0) - 4) < 0.001)
    }

    @Test func valuesAnOctaveOffAndVoiceOfAMomentDoNotCount() {
        let track = track(seconds: 5) { time in
            if time < 3 { return 0 }
            if time < 3.3 { return 12 }
            if time < 3.6 { return -12 }
            // Two values of 10 ms between silences.
            return time >= 4 && time < 4.015 ? 6 : nil
        }
        let pitch = PitchFigures(pitch: track, runs: TestAnswer.ranges((0, 5)))
        #expect(abs((pitch.medianHz.value ?? 0) - 120) < 1e-4)
        #expect(abs(pitch.variationSemitones.value ?? 1) < 1e-4)
    }

    @Test func voiceOutsideTheSpeechDoesNotCount() {
        let track = track(seconds: 4) { $0 < 2 ? 0 : 5 }
        let pitch = PitchFigures(pitch: track, runs: TestAnswer.ranges((0, 2)))
        #expect(abs(pitch.rangeSemitones.value ?? 1) < 1e-4)
    }

    @Test func findsWhereThePitchHardlyMoves() throws {
        // Ten seconds on one tone, then four semitones up and down once a second.
        let track = track(seconds: 20) { $0 < 10 ? 0 : 4 * sin(2 * Double.pi * $0) }
        let pitch = PitchFigures(pitch: track, runs: TestAnswer.ranges((0, 20)))
        #expect(pitch.flatStretches.count == 1)
        let stretch = try #require(pitch.flatStretches.first)
        #expect(stretch.startSeconds == 0)
        #expect((9.9...10.6).contains(stretch.endSeconds))
        let lively = PitchFigures(
            pitch: self.track(seconds: 20) { 4 * sin(2 * Double.pi * $0) }, runs: TestAnswer.ranges((0, 20)))
        #expect(lively.flatStretches == [])
        let brief = PitchFigures(pitch: self.track(seconds: 3) { _ in 0 }, runs: TestAnswer.ranges((0, 3)))
        #expect(brief.flatStretches == [])
    }

    /// Four stretches of 1.5 s with pauses of 0.5 s; the voice moves by so many semitones in the last 0.4 s of each.
    private func endings(_ rises: [Double], pauses: PauseDetails? = nil) -> PitchFigures {
        let runs = rises.indices.map {
            TimeRange(startSeconds: 2 * Double($0), endSeconds: 2 * Double($0) + 1.5)
        }
        let track = track(seconds: 2 * Double(rises.count)) { time in
            let number = Int(time / 2)
            let inside = time - 2 * Double(number)
            guard inside < 1.495 else { return nil }
            return inside < 1.1 ? 0 : rises[number] * (inside - 1.1) / 0.4
        }
        return PitchFigures(pitch: track, runs: runs, pauses: pauses)
    }

    @Test func findsEndingsOnWhichTheVoiceGoesUp() throws {
        let pitch = endings([4, -3, 1, 0])
        #expect(pitch.endingCount == 4)
        #expect(pitch.risingEndingShare.value == 0.25)
        #expect(pitch.risingEndings.count == 1)
        let time = try #require(pitch.risingEndings.first)
        #expect(abs(time.startSeconds - 1.1) < 0.02)
        #expect(abs(time.endSeconds - 1.5) < 0.02)
        #expect(endings([1.8, 1.8, 1.8]).risingEndings == [])
        #expect(endings([2.2, 2.2, 2.2]).risingEndingShare.value == 1)
    }

    @Test func speechThatGoesOnInsideAPhraseDoesNotEnd() {
        let words = TestAnswer.words("we moved the", from: 0.6) + TestAnswer.words("database", from: 2)
        let pauses = PauseDetails(pauses: TestAnswer.ranges((1.5, 2), (3.5, 4), (5.5, 6)), words: words)
        #expect(pauses.pauses.map(\.place) == [.insidePhrase, .unknown, .unknown])
        let pitch = endings([4, -3, 1, 0], pauses: pauses)
        #expect(pitch.endingCount == 3)
        #expect(pitch.risingEndingShare.value == 0)
    }

    @Test func fewEndingsHaveNoShare() {
        let pitch = endings([4, 4])
        #expect(pitch.endingCount == 2)
        #expect(pitch.risingEndings.count == 2)
        #expect(pitch.risingEndingShare.absentBecause == "fewer than 3 endings have enough voice")
    }

    @Test func withoutASecondOfVoiceThereAreNoFigures() throws {
        let short = PitchFigures(pitch: track(seconds: 0.9) { _ in 0 }, runs: TestAnswer.ranges((0, 0.9)))
        let broken = PitchFigures(
            pitch: PitchTrack(frequenciesHz: Array(repeating: .nan, count: 300)),
            runs: TestAnswer.ranges((0, 3)))
        let silent = PitchFigures(pitch: PitchTrack(), runs: [])
        for pitch in [short, broken, silent] {
            for figure in [
                pitch.medianHz, pitch.variationSemitones, pitch.rangeSemitones, pitch.risingEndingShare,
            ] {
                #expect(figure.absentBecause == "less than 1 s of voice")
            }
            #expect(pitch.flatStretches == [])
            #expect(try TestAnswer.throughJSON(pitch) == pitch)
        }
        #expect(
            PitchFigures(pitch: track(seconds: 1) { _ in 0 }, runs: TestAnswer.ranges((0, 1))).medianHz.value
                != nil)
    }

    @Test func comesBackFromJSON() throws {
        let pitch = endings([4, -3, 1, 0])
        #expect(try TestAnswer.throughJSON(pitch) == pitch)
    }
}
