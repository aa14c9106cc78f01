import Delivery
import Speech
import Testing

@Suite struct PaceFeedbackTests {
    private func report(
        pace: Double = 130, fastest: Double = 130, from start: Double = 20,
        _ change: (inout DeliveryReport) -> Void = { _ in }
    ) -> DeliveryReport {
        CoachedAnswers.plain { report in
            report.wordsPerMinute = Figure(pace, .wordsPerMinute)
            report.pace?.fastestWordsPerMinute = Figure(fastest, .wordsPerMinute)
            report.pace?.fastestTime = TimeRange(startSeconds: start, endSeconds: start + 10)
            change(&report)
        }
    }

    @Test func namesTheFastestStretchOverTheBand() {
        let found = CoachedAnswers.said(.fastestStretch, of: report(fastest: 180))
        #expect(
            found?.text
                == "The fastest ten seconds, from 0:20, went at 180 words a minute; up to 165 are easy to follow."
        )
        #expect(found?.judgement == .neutral)
        #expect(found?.atSeconds == 20)
        #expect(CoachedAnswers.said(.fastestStretch, of: report(fastest: 165)) == nil)
        let old = report(fastest: 180) { $0.pace = nil }
        #expect(CoachedAnswers.said(.fastestStretch, of: old) == nil)
    }

    @Test func aVeryFastStretchIsAHabitToWorkOn() {
        #expect(CoachedAnswers.said(.fastestStretch, of: report(fastest: 200))?.judgement == .neutral)
        let fast = report(fastest: 205)
        #expect(CoachedAnswers.said(.fastestStretch, of: fast)?.judgement == .weakness)
        #expect(DeliveryFeedback(fast).drills.first?.contains("fastest part") == true)
    }

    @Test(arguments: [
        (99.4, Observation.Judgement.weakness, "99"), (99.6, .strength, "100"), (165.3, .strength, "165"),
        (165.6, .weakness, "166"),
    ])
    func judgesAPaceAsItIsSaid(pace: Double, judgement: Observation.Judgement, said: String) {
        let found = CoachedAnswers.said(.pace, of: report(pace: pace))
        #expect(found?.judgement == judgement)
        #expect(found?.text.hasPrefix("You spoke \(said) words a minute") == true)
    }

    @Test func whoSpeaksSlowlyIsNotToldToSlowDown() {
        let slow = DeliveryFeedback(report(pace: 80)).drills
        #expect(slow.first == "Rehearse the same answer aloud, three times in a row, until it flows.")
        #expect(!slow.contains { $0.contains("full breath") })
        #expect(DeliveryFeedback(report(pace: 200)).drills.first?.contains("full breath") == true)
    }

    @Test func thereIsAFastestStretchWhereThePaceIsSaidToBeWithinTheBand() {
        #expect(CoachedAnswers.said(.fastestStretch, of: report(pace: 165.3, fastest: 180)) != nil)
        #expect(CoachedAnswers.said(.fastestStretch, of: report(pace: 165.6, fastest: 180)) == nil)
        let fast = CoachedAnswers.said(.fastestStretch, of: report(fastest: 200.3))
        #expect(fast?.judgement == .neutral)
    }

    @Test func aPaceThatIsTooFastNamesItsFastestStretchItself() {
        let fast = report(pace: 180, fastest: 210)
        let found = CoachedAnswers.said(.pace, of: fast)
        #expect(
            found?.text
                == "You spoke 180 words a minute, faster than the 100 to 165 that listeners follow easily. "
                + "The fastest ten seconds, from 0:20, went at 210.")
        #expect(found?.atSeconds == 20)
        #expect(CoachedAnswers.said(.fastestStretch, of: fast) == nil)
        let even = CoachedAnswers.said(.pace, of: report(pace: 180, fastest: 190))
        #expect(even?.text.hasSuffix("easily.") == true)
        #expect(even?.atSeconds == nil)
    }

    private func growing(
        _ slope: Double, fastest: Double = 130, from start: Double = 45
    ) -> DeliveryReport {
        report(fastest: fastest, from: start) {
            $0.articulationRateSyllablesPerSecond = Figure(4, .syllablesPerSecond)
            $0.pace?.acceleration = Figure(slope, .syllablesPerSecondPerMinute)
        }
    }

    @Test func saysThatThePaceGrows() {
        let found = CoachedAnswers.said(.speedingUp, of: growing(1.2))
        #expect(
            found?.text
                == "You grew faster: from start to end the syllables a second rose by about 30 %.")
        #expect(found?.judgement == .neutral)
        #expect(CoachedAnswers.said(.speedingUp, of: growing(0.7)) == nil)
        #expect(CoachedAnswers.said(.speedingUp, of: growing(-1.2)) == nil)
        #expect(CoachedAnswers.said(.speedingUp, of: CoachedAnswers.plain()) == nil)
    }

    @Test func growingIsAHabitWhereTheEndIsTooFast() {
        let late = CoachedAnswers.said(.speedingUp, of: growing(1.2, fastest: 180))
        #expect(late?.judgement == .weakness)
        #expect(late?.text.hasSuffix("The fastest part begins at 0:45.") == true)
        #expect(late?.atSeconds == 45)
        #expect(DeliveryFeedback(growing(1.2, fastest: 180)).drills.first?.contains("first pace") == true)
        let early = CoachedAnswers.said(.speedingUp, of: growing(1.2, fastest: 180, from: 10))
        #expect(early?.judgement == .neutral)
    }
}
