import Testing

@testable import viva_bench

@Suite struct ErrorLineTests {
    private func point(_ confidence: Double, _ rate: Double, words: Int = 10) -> ErrorLine.Point {
        ErrorLine.Point(meanConfidence: confidence, rate: rate, words: words)
    }

    @Test func findsTheLineThatRecordingsLieOn() throws {
        let points = [0.5, 0.7, 0.95].map { point($0, 1.5 - 1.4 * $0) }
        let line = try #require(ErrorLine(points))
        #expect(abs(line.intercept - 1.5) < 1e-9)
        #expect(abs(line.slope + 1.4) < 1e-9)
        #expect(line.meanDistance < 1e-9)
    }

    @Test func aLongRecordingCountsByItsWords() throws {
        let line = try #require(
            ErrorLine([point(0.5, 0.4, words: 1), point(0.5, 0.2, words: 9), point(1, 0, words: 10)]))
        #expect(abs(line.intercept + 0.5 * line.slope - 0.22) < 1e-9)
    }

    @Test func oneConfidenceMakesNoLine() {
        #expect(ErrorLine([]) == nil)
        #expect(ErrorLine([point(0.8, 0.2)]) == nil)
        #expect(ErrorLine([point(0.8, 0.2), point(0.8, 0.4)]) == nil)
        #expect(ErrorLine([point(0.2, 0.2, words: 0), point(0.8, 0.4, words: 0)]) == nil)
    }
}
