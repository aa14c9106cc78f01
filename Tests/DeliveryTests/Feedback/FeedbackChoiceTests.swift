import Delivery
import Signal
import Speech
import Testing

/// Which observations are made, and in which order.
@Suite struct FeedbackChoiceTests {
    /// A report with three weaknesses, a strength and more neutral facts than there is room for.
    private func rich() -> DeliveryReport {
        CoachedAnswers.plain { report in
            report.wordsPerMinute = Figure(180, .wordsPerMinute)
            report.pitch?.variationSemitones = Figure(1, .semitones)
            report.loudness?.fadingShare = Figure(0.75, .share)
            report.loudness?.fadingEnds = TestAnswer.ranges((10, 11), (20, 21), (30, 31))
            report.loudness?.judgedRunCount = 4
            report.language?.meanSentenceWords = Figure(40, .words)
            report.language?.shareOfI = Figure(1, .share)
            report.language?.iCount = 5
            report.responseLatencySeconds = Figure(8, .seconds)
            report.compare(expectedSeconds: 240)
        }
    }

    @Test func theWeakestIsFirstAndTheLeastImportantFactsAreDropped() {
        let feedback = DeliveryFeedback(rich(), problems: [.noisy])
        #expect(
            feedback.observations.map(\.kind) == [
                .pitch, .fadingEnds, .pace, .pauses, .fillers, .length, .recording,
            ])
        #expect(
            feedback.observations.map(\.judgement) == [
                .weakness, .weakness, .weakness, .strength, .neutral, .neutral, .neutral,
            ])
        #expect(feedback.observations.count == DeliveryFeedback.mostObservations + 1)
        #expect(feedback.drills == DeliveryFeedback(rich()).drills)
        #expect(feedback.drills.first?.contains("clearly higher") == true)
    }

    @Test func comparisonsComeBeforeStrengthsAndFacts() {
        var earlier = CoachedAnswers.plain()
        earlier.fillersPerMinute = Figure(9, .perMinute)
        let history = DeliveryHistory([earlier, earlier, earlier])
        let feedback = DeliveryFeedback(rich(), history: history)
        let kinds = feedback.observations.map(\.kind)
        #expect(kinds.count == DeliveryFeedback.mostObservations)
        #expect(kinds.filter { $0 == .comparison }.count == 2)
        #expect(!kinds.contains(.length))
    }

    @Test func whatIsUnreliableIsLeftOutAndTheReasonSaidOnce() {
        let noise = CoachedAnswers.limits([.noisy], signalToNoiseDB: 6)
        var report = CoachedAnswers.analysis(
            "we moved the |2.8 database to a |2.7 cluster because it was slow |2.9 then we found the |2.6 errors "
                + "and they were gone |2.7 so it worked"
        ).delivery
        #expect(CoachedAnswers.said(.pauses, of: report)?.judgement == .weakness)
        #expect(CoachedAnswers.said(.pausesInsidePhrases, of: report)?.judgement == .weakness)
        report.limits = noise
        let feedback = DeliveryFeedback(report, problems: [.noisy])
        let kinds = feedback.observations.map(\.kind)
        #expect(!kinds.contains(.pauses))
        #expect(!kinds.contains(.pausesInsidePhrases))
        #expect(
            feedback.observations.filter { $0.kind == .limits }.map(\.text)
                == ["Noise comes close to the speech, so pauses are found too often."])
        #expect(!feedback.drills.contains { $0.contains("phrase by phrase") })
    }

    @Test func whatIsApproximateIsSaidWithAbout() {
        let misheard = CoachedAnswers.plain { $0.limits = CoachedAnswers.limits(errors: 0.4) }
        #expect(
            CoachedAnswers.said(.pace, of: misheard)?.text.hasPrefix("You spoke about 130 words a minute,")
                == true)
        #expect(CoachedAnswers.said(.limits, of: misheard) == nil)
        let late = CoachedAnswers.plain {
            $0.limits = CoachedAnswers.limits([.noisy], signalToNoiseDB: 6)
            $0.responseLatencySeconds = Figure(7, .seconds)
        }
        #expect(CoachedAnswers.said(.responseLatency, of: late)?.text.contains("after about 7.0 s") == true)
    }

    @Test func fillersInNoiseAreSaidWithAbout() {
        let report = CoachedAnswers.plain {
            $0.fillers = [
                Filler(kind: .filledPause, text: "um", time: TimeRange(startSeconds: 3, endSeconds: 3.3)),
                Filler(kind: .lexical, text: "you know", time: TimeRange(startSeconds: 9, endSeconds: 9.3)),
            ]
            $0.fillersPerMinute = Figure(2, .perMinute)
            $0.limits = CoachedAnswers.limits([.noisy], signalToNoiseDB: 11)
        }
        #expect(CoachedAnswers.said(.fillers, of: report)?.text.hasPrefix("About two fillers (") == true)
    }

    @Test func aReasonThatTheRecordingGivesIsNotSaidAgain() {
        let report = CoachedAnswers.plain { $0.limits = CoachedAnswers.limits([.almostNoSpeech]) }
        let feedback = DeliveryFeedback(report, problems: [.almostNoSpeech])
        #expect(feedback.observations.map(\.kind) == [.recording])
        #expect(CoachedAnswers.said(.limits, of: report) != nil, "Nothing else gives the reason.")
    }

    @Test func aReportOfAnOlderVersionHasItsFeedback() {
        let old = CoachedAnswers.plain { report in
            report.time = nil
            report.pauseDetails = nil
            report.pace = nil
            report.pitch = nil
            report.loudness = nil
            report.language = nil
            report.limits = nil
            report.disfluencies = nil
        }
        #expect(DeliveryFeedback(old).observations.map(\.kind) == [.pace, .pauses, .fillers])
    }

    @Test func everyHabitHasOneOrTwoDrills() {
        let fast = CoachedAnswers.plain { $0.wordsPerMinute = Figure(190, .wordsPerMinute) }
        for report in [fast, rich()] {
            let feedback = DeliveryFeedback(report)
            #expect(feedback.observations.first?.judgement == .weakness)
            #expect((1...2).contains(feedback.drills.count))
        }
    }

    @Test func comesBackFromJSON() throws {
        let feedback = DeliveryFeedback(rich(), problems: [.noisy])
        #expect(try TestAnswer.throughJSON(feedback) == feedback)
    }
}
