import Inference
import Testing

@testable import Recognition

@Suite struct TokenTimesTests {
    /// A head in which each token heeds its own stretch of 100 positions.
    private func head(_ stretches: [Range<Int>], everywhere: Float = 0) -> Matrix {
        var matrix = Matrix(rows: stretches.count, columns: 100, repeating: 0.001)
        for (row, stretch) in stretches.enumerated() {
            for position in stretch { matrix.values[row * 100 + position] = 0.05 }
            matrix.values[row * 100 + 90] += everywhere
        }
        return matrix
    }

    @Test func followWhatTheHeadsHeed() {
        let times = TokenTimes(heed: [head([0..<20, 20..<50, 50..<60, 60..<100])])
        #expect(times.seconds == [0, 0.4, 1, 1.2])
    }

    @Test func aPlaceThatAllTokensHeedTellsNothing() {
        let times = TokenTimes(heed: [head([0..<20, 20..<50, 50..<60, 60..<100], everywhere: 0.9)])
        #expect(times.seconds == [0, 0.4, 1, 1.2])
    }

    @Test func headsOutvoteOneThatHeedsElsewhere() {
        let good = head([0..<20, 20..<50, 50..<100])
        let times = TokenTimes(heed: [good, head([0..<80, 80..<90, 90..<100]), good])
        #expect(times.seconds == [0, 0.4, 1])
    }

    @Test func nothingHasNoTimes() {
        #expect(TokenTimes(heed: []).seconds == [])
        #expect(TokenTimes(heed: [Matrix(rows: 1, columns: 1)]).seconds == [0])
    }
}
