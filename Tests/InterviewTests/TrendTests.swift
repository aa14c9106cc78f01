import Interview
import Testing

/// Where a row of scores is going.
@Suite struct TrendTests {
    @Test(arguments: [
        ([50.0, 50, 50, 54, 54, 54], Trend.Direction.improving), ([50, 50, 50, 53, 53, 53], .stable),
        ([50, 50, 50, 47, 47, 47], .stable), ([50, 50, 50, 46, 46, 46], .declining),
        ([0, 100, 0, 50, 50, 50, 50, 50, 50], .stable),
    ])
    func theLastThreeAreHeldAgainstTheThreeBefore(scores: [Double], direction: Trend.Direction) throws {
        #expect(try #require(Trend(of: scores)).direction == direction)
    }

    @Test func fewerScoresThanNeededHaveNoTrend() {
        for count in 0..<Trend.scoresNeeded {
            #expect(Trend(of: Array(repeating: 50, count: count)) == nil)
        }
        #expect(Trend(of: Array(repeating: 50, count: Trend.scoresNeeded)) != nil)
    }

    @Test func whatIsNoNumberDoesNotCount() throws {
        let trend = try #require(Trend(of: [10, .nan, 10, 10, .infinity, 20, 20, 20]))
        #expect(trend.earlierMean == 10 && trend.recentMean == 20 && trend.change == 10)
        #expect(Trend(of: [.nan, .nan, .nan, 1, 2, 3]) == nil)
    }
}
