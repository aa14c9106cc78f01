import Speech
import Testing

@testable import viva_bench

@Suite struct EventScoreTests {
    private func ranges(_ times: [(Double, Double)]) -> [TimeRange] {
        times.map { TimeRange(startSeconds: $0.0, endSeconds: $0.1) }
    }

    @Test func allowsTheCollarAndNoMore() {
        let said = ranges([(10, 10.4)])
        #expect(EventScore(said: said, found: ranges([(10.6, 10.7)])).right == 1)
        #expect(EventScore(said: said, found: ranges([(10.7, 10.8)])).right == 0)
        #expect(EventScore(said: said, found: ranges([(9.65, 9.76)])).right == 1)
        #expect(EventScore(said: said, found: ranges([(9.55, 9.66)])).right == 0)
    }

    @Test func countsEachEventOnce() {
        let twice = EventScore(said: ranges([(1, 1.4)]), found: ranges([(1, 1.2), (1.2, 1.4)]))
        #expect((twice.right, twice.precision, twice.recall) == (1, 0.5, 1))
        let merged = EventScore(said: ranges([(1, 1.2), (1.3, 1.5)]), found: ranges([(1, 1.5)]))
        #expect((merged.right, merged.precision, merged.recall) == (1, 1, 0.5))
    }

    @Test func findsTheMostPairsWhenEventsAreClose() {
        // Taking the later middle for the first event would leave the second one without any.
        let score = EventScore(
            said: ranges([(1, 1.2), (1.4, 1.6)]), found: ranges([(1.35, 1.45), (0.8, 1.0)]))
        #expect(score.right == 2)
        #expect(score.f1 == 1)
    }

    @Test func hasNoFiguresWithoutEvents() {
        #expect(EventScore(said: [], found: []).f1 == nil)
        let onlyFalse = EventScore(said: [], found: ranges([(1, 2)]))
        #expect((onlyFalse.precision, onlyFalse.recall, onlyFalse.f1) == (0, nil, 0))
        let missed = EventScore(said: ranges([(1, 2)]), found: [])
        #expect((missed.precision, missed.recall, missed.f1) == (nil, 0, 0))
    }
}
