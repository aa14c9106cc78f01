import Delivery
import Signal
import Speech
import Testing

@Suite struct DeliveryHistoryTests {
    private func report(
        pace: Double = 130, fillers: Double = 4, variation: Double = 2.5, medianPause: Double = 0.5
    ) -> DeliveryReport {
        CoachedAnswers.plain {
            $0.wordsPerMinute = Figure(pace, .wordsPerMinute)
            $0.fillersPerMinute = Figure(fillers, .perMinute)
            $0.pitch?.variationSemitones = Figure(variation, .semitones)
            $0.medianPauseSeconds = Figure(medianPause, .seconds)
        }
    }

    private func compared(_ report: DeliveryReport, _ earlier: [DeliveryReport]) -> [Observation] {
        DeliveryFeedback(report, history: DeliveryHistory(earlier)).observations.filter {
            $0.kind == .comparison
        }
    }

    @Test func fewerFillersThanUsualAreAStrength() {
        let earlier = [6.0, 6.2, 7, 5, 6.5].map { report(fillers: $0) }
        let found = compared(report(fillers: 3.1), earlier)
        #expect(found.map(\.text) == ["Fillers: 3.1 a minute, less than your usual 6.2 (5 earlier answers)."])
        #expect(found.first?.isStrength == true)
        #expect(DeliveryHistory(earlier).usual(.fillers) == 6.2)
    }

    @Test func nothingIsUsualInTwoAnswers() {
        let history = DeliveryHistory([report(fillers: 9), report(fillers: 9)])
        #expect(history.usual(.fillers) == nil)
        #expect(history.differences(of: report(fillers: 3)) == [])
        #expect(DeliveryHistory([]).differences(of: report()) == [])
        let without = (0..<3).map { _ in
            CoachedAnswers.plain { $0.fillersPerMinute = Figure(absentBecause: "too short", .perMinute) }
        }
        #expect(DeliveryHistory(without).usual(.fillers) == nil)
    }

    @Test(arguments: [
        // Outside the range, but by less than may be chance.
        ([130.0, 130, 130], 135.0, false),
        ([130, 130, 130], 142, true),
        // Inside the range, and 15 % or 23 % off the median.
        ([100, 130, 200], 150, false),
        ([100, 130, 200], 160, true),
        ([100, 130, 200], 100, true),
    ])
    func aClearDifferenceIsOutsideTheRangeOrAFifthOff(earlier: [Double], pace: Double, isClear: Bool) {
        let history = DeliveryHistory(earlier.map { report(pace: $0) })
        #expect(history.differences(of: report(pace: pace)).map(\.measure) == (isClear ? [.pace] : []))
    }

    @Test func aFigureThatIsUsuallyZeroIsComparedToo() {
        let earlier = (0..<3).map { _ in report(fillers: 0) }
        #expect(compared(report(fillers: 0.5), earlier) == [])
        let more = compared(report(fillers: 3), earlier)
        #expect(more.map(\.text) == ["Fillers: 3.0 a minute, more than your usual 0.0 (3 earlier answers)."])
        #expect(more.first?.judgement == .neutral, "One answer is no habit.")
    }

    @Test func movingIntoTheBandIsAStrengthAndOtherChangesAreFacts() {
        let fast = (0..<3).map { _ in report(pace: 190) }
        let slower = compared(report(pace: 150), fast)
        #expect(
            slower.map(\.text) == [
                "Pace: 150 words a minute, slower than your usual 190 (3 earlier answers)."
            ])
        #expect(slower.first?.isStrength == true)
        let fine = (0..<3).map { _ in report(pace: 110) }
        #expect(compared(report(pace: 150), fine).map(\.judgement) == [.neutral])
        let pauses = compared(report(medianPause: 0.9), fine.map { _ in report() })
        #expect(
            pauses.map(\.text) == ["Median pause: 0.9 s, longer than your usual 0.5 (3 earlier answers)."])
        #expect(pauses.map(\.judgement) == [.neutral])
    }

    @Test func morePitchVariationIsAStrengthForAnEvenVoiceOnly() {
        let even = (0..<3).map { _ in report(variation: 1.8) }
        let found = compared(report(variation: 2.6), even)
        #expect(
            found.map(\.text)
                == ["Pitch variation: 2.6 semitones, more than your usual 1.8 (3 earlier answers)."])
        #expect(found.first?.isStrength == true)
        let lively = (0..<3).map { _ in report(variation: 3.2) }
        #expect(compared(report(variation: 4.2), lively).map(\.judgement) == [.neutral])
        #expect(compared(report(variation: 2.4), lively).map(\.judgement) == [.neutral])
    }

    @Test func longPausesAreCountedAMinute() {
        let slow = CoachedAnswers.plain {
            $0.pauses = TestAnswer.ranges((5, 7.5), (15, 18), (25, 28), (35, 37), (45, 48))
        }
        let found = compared(CoachedAnswers.plain(), [slow, slow, slow])
        #expect(
            found.map(\.text) == [
                "Pauses over two seconds: 0.0 a minute, less than your usual 4.0 (3 earlier answers)."
            ])
        #expect(found.first?.isStrength == true)
    }

    @Test func unreliableFiguresAreNotCompared() {
        let noise = CoachedAnswers.limits([.noisy], signalToNoiseDB: 6)
        var noisy = report(medianPause: 0.2)
        noisy.limits = noise
        let clean = report(medianPause: 0.9)
        #expect(DeliveryHistory([clean, clean, noisy]).usual(.medianPause) == nil)
        #expect(compared(noisy, [clean, clean, clean]) == [])
        #expect(compared(clean, [noisy, noisy, noisy]) == [])
        var approximate = report(variation: 3.5)
        approximate.limits = noise
        #expect(
            compared(approximate, [clean, clean, clean]).first?.text.hasPrefix(
                "Pitch variation: about 3.5 semitones") == true)
    }

    @Test func theTwoClearestDifferencesAreNamedStrengthsFirst() {
        let earlier = (0..<3).map { _ in report() }
        let found = compared(report(pace: 160, fillers: 2, variation: 5), earlier)
        #expect(found.count == 2)
        // The pitch is twice as lively, the fillers are half; the pace is a quarter off.
        #expect(found.contains { $0.text.hasPrefix("Pitch") })
        #expect(found.contains { $0.text.hasPrefix("Fillers") })
        let mixed = compared(report(fillers: 12, variation: 3.5), earlier)
        #expect(mixed.map(\.judgement) == [.strength, .neutral])
    }

    @Test func withoutAHistoryNothingIsCompared() {
        #expect(DeliveryFeedback(report(fillers: 3)).observations.allSatisfy { $0.kind != .comparison })
    }
}
