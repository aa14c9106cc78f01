import Delivery
import Evaluation
import FoundationEssentials
import Signal
import Speech
import Testing

/// How steadily an answer was delivered, from what can be observed.
@Suite struct DeliverySteadinessTests {
    /// A report of `count` words, one each `stepSeconds`, every so manieth of them a filler or a hedge.
    private func report(
        count: Int = 100, stepSeconds: Double = 0.5, filler: String = "um", every: Int = 1_000,
        pauseSeconds: Double = 0
    ) -> DeliveryReport {
        let words = (0..<count).map { place in
            let start = Double(place) * stepSeconds + (place >= count / 2 ? pauseSeconds : 0)
            return Word(
                text: place % every == every - 1 ? filler : "word",
                time: TimeRange(startSeconds: start, endSeconds: start + stepSeconds), confidence: 0.9)
        }
        let half = Double(count / 2) * stepSeconds
        let end = Double(count) * stepSeconds + pauseSeconds
        let speech =
            pauseSeconds > 0
            ? [
                TimeRange(startSeconds: 0, endSeconds: half),
                TimeRange(startSeconds: half + pauseSeconds, endSeconds: end),
            ] : [TimeRange(startSeconds: 0, endSeconds: end)]
        var quality = QualityMeter().quality(speech: speech)
        quality.problems = []
        quality.durationSeconds = end
        return DeliveryReport(words: words, speech: speech, syllables: [], quality: quality)
    }

    private func share(_ aspect: DeliverySteadiness.Aspect, _ report: DeliveryReport) -> Double? {
        DeliverySteadiness(report).parts.first { $0.aspect == aspect }?.share
    }

    @Test func anEvenAnswerIsSteady() throws {
        let steadiness = DeliverySteadiness(report())
        #expect(try #require(steadiness.score) > 99)
        #expect(steadiness.parts.contains { $0.aspect == .pace && $0.figure.unit == .wordsPerMinute })
    }

    @Test func fillersHedgesPausesAndHasteEachLowerIt() throws {
        let steady = try #require(DeliverySteadiness(report()).score)
        for other in [
            report(every: 5), report(filler: "maybe", every: 12), report(pauseSeconds: 9),
            report(stepSeconds: 0.27),
        ] {
            #expect(try #require(DeliverySteadiness(other).score) < steady)
        }
        #expect(try #require(share(.fillers, report(every: 5))) < 0.5)
        #expect(try #require(share(.pauses, report(pauseSeconds: 9))) < 0.8)
        #expect(try #require(share(.pace, report(stepSeconds: 0.27))) < 0.6)
    }

    @Test func whatIsUnreliableOrMissingDoesNotCount() {
        var few = report(count: 4)
        #expect(DeliverySteadiness(few).score == nil)
        few = report()
        few.limits?.limits = FigureLimits.Group.allCases.map {
            FigureLimits.Limit(group: $0, level: .unreliable, reasons: ["It was too noisy."])
        }
        #expect(DeliverySteadiness(few).parts.isEmpty)
        #expect(DeliverySteadiness(few).score == nil)
    }

    @Test func theRatingsOfASpokenAnswerHaveIt() {
        let ratings = Ratings(
            dimensions: [DimensionScore(dimension: .clarity, score: 60, certainty: .low, basis: "")],
            steadiness: DeliverySteadiness(report()))
        #expect(ratings.delivery == .five && ratings.communication == .three && ratings.technical == nil)
    }
}
