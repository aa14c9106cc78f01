import Recognition
import Testing

/// The table of how many words of each confidence are right.
@Suite struct ReliabilityTableTests {
    @Test func countsTheRightWordsOfEachBin() throws {
        let table = ReliabilityTable(
            [(0.81, true), (0.89, false), (0.1, false), (1, true), (0, false)], bins: 10)
        #expect(table.bins.map(\.count) == [1, 1, 0, 0, 0, 0, 0, 0, 2, 1])
        #expect(table.bins[8].shareRight == 0.5)
        #expect(abs(table.bins[8].meanConfidence - 0.85) < 1e-12)
        #expect(table.bins[9].confidences == 0.9...1)
        // (0 + 0.1 + 2 * 0.35 + 0) / 5
        #expect(abs(try #require(table.expectedCalibrationError) - 0.16) < 1e-12)
    }

    @Test func isWithoutErrorWhenEachShareIsItsConfidence() throws {
        let words = (0..<10).map { (confidence: 0.75, isRight: $0 < 5) } + [(0.75, true)]
        #expect(try #require(ReliabilityTable(words).expectedCalibrationError) > 0.2)
        let fair = (0..<4).map { (confidence: 0.75, isRight: $0 < 3) }
        #expect(try #require(ReliabilityTable(fair).expectedCalibrationError) == 0)
    }

    @Test func leavesOutWhatIsNoNumberAndTakesWhatIsOutside() {
        let table = ReliabilityTable(
            [(.nan, true), (.infinity, true), (1.01, true), (-0.01, false)], bins: 2)
        #expect(table.bins.map(\.count) == [1, 1])
        #expect(ReliabilityTable([]).expectedCalibrationError == nil)
    }
}
