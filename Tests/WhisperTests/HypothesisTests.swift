import Testing

@testable import Recognition

@Suite struct HypothesisTests {
    @Test func countsTheEndAsAToken() {
        let ended = Hypothesis(tokens: [1, 2], logProbabilities: [-1, -2], endLogProbability: -3)
        #expect(ended.logProbability == -6)
        #expect(ended.meanLogProbability == -2)
        #expect(ended.score == -2)
        let open = Hypothesis(tokens: [1, 2], logProbabilities: [-1, -2])
        #expect(open.meanLogProbability == -1)
        #expect(open.score == -1.5)
    }

    @Test func nothingIsCertain() {
        #expect(Hypothesis().score == 0)
        #expect(Hypothesis().meanLogProbability == 0)
    }
}
