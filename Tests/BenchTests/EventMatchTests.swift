import Speech
import Testing

@testable import viva_bench

@Suite struct EventMatchTests {
    private func range(_ start: Double, _ end: Double) -> TimeRange {
        TimeRange(startSeconds: start, endSeconds: end)
    }

    @Test(arguments: [(1.04, 1.96, true), (1.04, 2.06, false), (0.94, 2, false), (1, 2, true)])
    func bothEdgesHaveToBeWithinTheCollar(start: Double, end: Double, isMatch: Bool) {
        let match = EventMatch.edges(collarSeconds: 0.05)
        #expect(match.matches(said: range(1, 2), found: range(start, end)) == isMatch)
    }

    @Test(arguments: [
        (1.4, 3.0, true), (1.5, 3, false), (0, 10, true), (1.2, 1.3, true), (2, 3, false), (1.5, 1.5, false),
    ])
    func moreThanHalfOfTheShorterHasToBeShared(start: Double, end: Double, isMatch: Bool) {
        #expect(EventMatch.overlap.matches(said: range(1, 2), found: range(start, end)) == isMatch)
    }

    @Test func anEventCountsOnce() {
        let pairs = EventMatch.overlap.pairs(said: [range(1, 2), range(3, 4)], found: [range(0, 5)])
        #expect(pairs.count == 1)
    }

    @Test func anEventGivesWayToOneThatHasNoOther() {
        let said = [range(1, 2), range(1.5, 2.5)]
        let found = [range(1.2, 2.2), range(0.6, 1.6)]
        let pairs = EventMatch.edges(collarSeconds: 0.6).pairs(said: said, found: found)
        #expect(pairs.map(\.said) == [1, 0])
        #expect(pairs.map(\.found) == [0, 1])
    }
}
