import Delivery
import Foundation
import Speech
import Testing

@Suite struct TimeFiguresTests {
    /// An answer of 60 s from 2 s on.
    private let runs = TestAnswer.ranges((2, 20), (22, 62))

    /// The figures of an answer to a question that expects a time.
    private func figures(_ runs: [TimeRange], expected: Double?) -> TimeFigures {
        var time = TimeFigures(runs: runs)
        time.length = LengthAgainstExpected(
            answerSeconds: time.answerSeconds.value, expectedSeconds: expected)
        return time
    }

    @Test func anAnswerIsHeldAgainstNoTimeAtFirst() {
        #expect(TimeFigures(runs: runs).length.share.absentBecause == "the question has no expected time")
    }

    @Test(arguments: [
        (40.0, 1.5, LengthAgainstExpected.Verdict.fitting), (39, 60.0 / 39, .long), (120, 0.5, .fitting),
        (121, 60.0 / 121, .short), (60, 1, .fitting),
    ])
    func holdsTheLengthAgainstTheExpectedTime(
        expected: Double, share: Double, verdict: LengthAgainstExpected.Verdict
    ) {
        let time = figures(runs, expected: expected)
        #expect(time.answerSeconds.value == 60)
        #expect(time.length.expectedSeconds == expected)
        #expect(abs((time.length.share.value ?? 0) - share) < 1e-9)
        #expect(time.length.verdict == verdict)
    }

    @Test(arguments: [nil, 0, -5, Double.nan, Double.infinity] as [Double?])
    func saysNothingOfTheLengthWithoutAnExpectedTime(expected: Double?) throws {
        let time = figures(runs, expected: expected)
        #expect(time.answerSeconds.value == 60)
        #expect(time.length.share.value == nil)
        #expect(time.length.share.absentBecause == "the question has no expected time")
        #expect(time.length.verdict == nil)
        #expect(try TestAnswer.throughJSON(time) == time)
    }

    @Test func saysNothingOfAnAnswerWithoutSpeech() throws {
        let broken = [TimeRange(startSeconds: .nan, endSeconds: .nan)]
        for runs in [[], broken] {
            let time = figures(runs, expected: 90)
            #expect(time.answerSeconds.absentBecause == "no speech was found")
            #expect(time.length.share.absentBecause == "no speech was found")
            #expect(time.length.verdict == nil)
        }
    }

    @Test func comesBackFromJSON() throws {
        let time = figures(runs, expected: 90)
        #expect(try TestAnswer.throughJSON(time) == time)
    }
}
