import Testing

@testable import viva_bench

@Suite struct TokenDifferenceTests {
    @Test func equalTokensHaveNone() {
        #expect(TokenDifference(own: [1, 2, 3], peer: [1, 2, 3]) == nil)
        #expect(TokenDifference(own: [], peer: []) == nil)
    }

    @Test func leavesOutWhatBothAgreeOnAtBothEnds() throws {
        let difference = try #require(TokenDifference(own: [1, 2, 3, 9], peer: [1, 4, 5, 3, 9]))
        #expect(difference.place == 1)
        #expect(difference.own == [2])
        #expect(difference.peer == [4, 5])
    }

    @Test func aTextThatOnlyStopsEarlierLacksTheRest() throws {
        let difference = try #require(TokenDifference(own: [7, 7], peer: [7, 7, 7]))
        #expect(difference.own == [])
        #expect(difference.peer == [7])
    }

    @Test func readsTheTokensOfEveryClip() throws {
        let output = #"{"name": "peer 1", "clips": [{"tokens": [50363, 7], "seconds": 0.5}]}"#
        #expect(try PeerTokens(output: output, count: 1).clips[0].tokens == [50363, 7])
        #expect(throws: PeerFailure.self) { try PeerTokens(output: output, count: 2) }
        #expect(throws: (any Error).self) { try PeerTokens(output: "Traceback", count: 1) }
    }

    @Test(arguments: [(10, 3), (7, 7), (5, 9), (100, 20)])
    func aChoiceIsEvenlySpread(_ count: Int, _ limit: Int) {
        let chosen = Array(0..<count).evenlySpread(limit)
        #expect(chosen.count == min(count, limit))
        let gaps = zip(chosen, chosen.dropFirst()).map { $1 - $0 }
        #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) <= 1)
    }
}
