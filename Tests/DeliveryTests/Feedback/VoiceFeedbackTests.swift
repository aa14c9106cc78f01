import Delivery
import Signal
import Speech
import Testing

/// What is said of pitch and loudness.
@Suite struct VoiceFeedbackTests {
    private func pitch(
        _ variation: Double, flat: [TimeRange] = [], _ change: (inout DeliveryReport) -> Void = { _ in }
    ) -> DeliveryReport {
        CoachedAnswers.plain { report in
            report.pitch?.variationSemitones = Figure(variation, .semitones)
            report.pitch?.flatStretches = flat
            change(&report)
        }
    }

    @Test func anEvenVoiceIsNamedWithItsFlatStretches() {
        let report = pitch(1.4, flat: TestAnswer.ranges((12, 19), (30, 35), (40, 44)))
        let found = CoachedAnswers.said(.pitch, of: report)
        #expect(
            found?.text
                == "Your pitch varies by 1.4 semitones (standard deviation); under 2 a voice sounds even. "
                + "It hardly moves from 0:12 to 0:19, and again at 0:30 and 0:40.")
        #expect(found?.judgement == .weakness)
        #expect(found?.atSeconds == 12)
        #expect(DeliveryFeedback(report).drills.first?.contains("clearly higher") == true)
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.4))?.text.hasSuffix("sounds even.") == true)
    }

    @Test func aVoiceThatMovesIsLivelyAndOneBetweenIsNotJudged() {
        #expect(CoachedAnswers.said(.pitch, of: pitch(3))?.isStrength == true)
        #expect(CoachedAnswers.said(.pitch, of: pitch(2)) == nil)
        #expect(CoachedAnswers.said(.pitch, of: pitch(2.9)) == nil)
        let between = CoachedAnswers.said(.pitch, of: pitch(2, flat: TestAnswer.ranges((12, 19))))
        #expect(between?.judgement == .neutral)
        #expect(between?.text.hasSuffix("It hardly moves from 0:12 to 0:19.") == true)
    }

    @Test func aVariationIsJudgedAsItIsSaid() {
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.97)) == nil, "It would be said to be 2.0.")
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.94))?.judgement == .weakness)
        #expect(CoachedAnswers.said(.pitch, of: pitch(2.97))?.isStrength == true)
    }

    @Test func aFewSecondsOfSpeechDoNotShowHowAPitchMoves() {
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.4) { $0.speakingSeconds = 10 }) != nil)
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.4) { $0.speakingSeconds = 9.9 }) == nil)
        #expect(CoachedAnswers.said(.pitch, of: pitch(1.4) { $0.pitch = nil }) == nil)
        #expect(CoachedAnswers.said(.pitch, of: CoachedAnswers.plain()) == nil, "There is no voice in it.")
    }

    @Test func noiseMakesThePitchApproximate() {
        let noisy = pitch(1.4) { $0.limits = CoachedAnswers.limits([.noisy], signalToNoiseDB: 11) }
        #expect(
            CoachedAnswers.said(.pitch, of: noisy)?.text.hasPrefix("Your pitch varies by about 1.4") == true)
    }

    private func rising(_ count: Int, of endings: Int) -> DeliveryReport {
        CoachedAnswers.plain { report in
            report.pitch?.endingCount = endings
            report.pitch?.risingEndings = (0..<count).map {
                TimeRange(startSeconds: Double($0 + 1) * 10, endSeconds: Double($0 + 1) * 10 + 0.4)
            }
            report.pitch?.risingEndingShare = Figure(Double(count) / Double(endings), .share)
        }
    }

    @Test func namesRisingEndingsOverHalfWithoutAJudgement() {
        let found = CoachedAnswers.said(.risingEndings, of: rising(4, of: 6))
        #expect(
            found?.text
                == "Four of six endings rise in pitch, at 0:10, 0:20, 0:30 and later, as those of questions do."
        )
        #expect(found?.judgement == .neutral)
        #expect(found?.atSeconds == 10)
        #expect(CoachedAnswers.said(.risingEndings, of: rising(3, of: 6)) == nil)
        #expect(CoachedAnswers.said(.risingEndings, of: CoachedAnswers.plain()) == nil)
    }

    private func fading(
        _ count: Int, of runs: Int, _ change: (inout DeliveryReport) -> Void = { _ in }
    ) -> DeliveryReport {
        CoachedAnswers.plain { report in
            report.loudness?.judgedRunCount = runs
            report.loudness?.fadingEnds = (0..<count).map {
                TimeRange(startSeconds: Double($0 + 1) * 10, endSeconds: Double($0 + 1) * 10 + 1)
            }
            report.loudness?.fadingShare = Figure(Double(count) / Double(runs), .share)
            change(&report)
        }
    }

    @Test func endsThatFadeAreAHabitOverHalf() {
        let found = CoachedAnswers.said(.fadingEnds, of: fading(3, of: 4))
        #expect(
            found?.text
                == "Three of four longer stretches of speech fade at the end, at 0:10, 0:20 and 0:30: their last "
                + "syllables are over 6 dB softer than the rest.")
        #expect(found?.judgement == .weakness)
        #expect(found?.atSeconds == 10)
        #expect(DeliveryFeedback(fading(3, of: 4)).drills.first?.contains("last three words") == true)
        #expect(CoachedAnswers.said(.fadingEnds, of: fading(2, of: 4)) == nil)
        #expect(CoachedAnswers.said(.fadingEnds, of: fading(3, of: 4) { $0.loudness = nil }) == nil)
    }

    @Test func aQuietRecordingMakesFadingApproximateAndAnOverdrivenOneHidesIt() {
        let quiet = fading(3, of: 4) { $0.limits = CoachedAnswers.limits([.tooQuiet]) }
        #expect(CoachedAnswers.said(.fadingEnds, of: quiet)?.text.hasPrefix("About three of four") == true)
        let clipped = fading(3, of: 4) { $0.limits = CoachedAnswers.limits([.clipped]) }
        #expect(CoachedAnswers.said(.fadingEnds, of: clipped) == nil)
        #expect(
            CoachedAnswers.said(.limits, of: clipped)?.text
                == "The loudest parts are cut off, so levels and their variation are too low.")
        #expect(DeliveryFeedback(clipped).drills == [])
    }

    @Test func aReportSaysThatItsRecordingIsTooQuietOrOverdrivenOnce() {
        let clipped = CoachedAnswers.plain { $0.loudness?.isClipped = true }
        for problems in [[], [RecordingQuality.Problem.clipped]] {
            let recording = DeliveryFeedback(clipped, problems: problems).observations.filter {
                $0.kind == .recording
            }
            #expect(recording.count == 1)
            #expect(recording.first?.text.contains("overdriven") == true)
            #expect(recording.first?.judgement == .neutral)
        }
        let quiet = CoachedAnswers.plain { $0.loudness?.isTooQuiet = true }
        #expect(CoachedAnswers.said(.recording, of: quiet)?.text.contains("very quiet") == true)
    }
}
