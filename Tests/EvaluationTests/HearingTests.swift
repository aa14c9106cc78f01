import Evaluation
import Testing

@Suite struct HearingTests {
    private func words(_ count: Int, confidence: Double? = nil) -> [HeardWord] {
        (0..<count).map { HeardWord(text: "word", timeSeconds: Double($0), confidence: confidence) }
    }

    private func level(
        _ count: Int, confidence: Double? = nil, seconds: Double? = nil, errorRate: Double? = nil
    ) -> Hearing.Level {
        Hearing(
            spoken: words(count, confidence: confidence), durationSeconds: seconds,
            expectedWordErrorRate: errorRate
        ).level
    }

    @Test(arguments: [
        (0, Hearing.Level.notEnough), (7, .notEnough), (8, .partial), (19, .partial), (20, .good),
    ])
    func theNumberOfWordsDecides(count: Int, expected: Hearing.Level) { #expect(level(count) == expected) }

    @Test(arguments: [
        (0.1, Hearing.Level.poor), (0.54, .poor), (0.56, .partial), (0.74, .partial), (0.76, .good),
    ])
    func theMeanConfidenceDecides(confidence: Double, expected: Hearing.Level) {
        #expect(level(50, confidence: confidence) == expected)
    }

    @Test(arguments: [
        (0.05, Hearing.Level.good), (0.11, .good), (0.2, .partial), (0.29, .poor), (0.59, .poor),
        (0.6, .notEnough),
        (1, .notEnough), (5, .good), (-1, .good),
    ])
    func theErrorRateToExpectDecides(rate: Double, expected: Hearing.Level) {
        #expect(level(50, confidence: 0.9, errorRate: rate) == expected)
    }

    @Test func fewWordsInALongAnswerMeanThatMuchWasMissed() {
        #expect(level(30, seconds: 60) == .poor)
        #expect(level(60, seconds: 60) == .partial)
        #expect(level(110, seconds: 60) == .good)
    }

    @Test func theWorstSignCountsAndAllAreNamed() {
        let hearing = Hearing(
            spoken: words(12, confidence: 0.1), durationSeconds: 10, expectedWordErrorRate: 0.2)
        #expect(hearing.level == .poor)
        #expect(hearing.reasons.count == 3)
        #expect(hearing.meanConfidence.map { abs($0 - 0.1) < 1e-9 } == true)
    }

    @Test(arguments: [Double.nan, .infinity, -1, 0, 1e300])
    func figuresThatCannotBeAreIgnored(value: Double) {
        _ = level(50, confidence: value, seconds: value, errorRate: value)
        #expect(level(50, seconds: value) == .good || value == 0)
    }

    @Test func aTypedAnswerIsHeardWellUnlessItIsEmpty() {
        #expect(JudgedAnswer(typed: "yes").hearing.level == .good)
        #expect(JudgedAnswer(typed: " \n ").hearing.level == .notEnough)
    }
}
