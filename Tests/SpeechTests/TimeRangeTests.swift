import Speech
import Testing

@Suite struct TimeRangeTests {
    @Test func anEndBeforeTheStartGivesAnEmptyStretch() {
        let range = TimeRange(startSeconds: 2, endSeconds: 1)
        #expect(range.durationSeconds == 0)
        #expect(range.startSeconds == 2)
    }

    @Test func overlapIsTheSharedTimeAndNeverNegative() {
        let first = TimeRange(startSeconds: 0, endSeconds: 2)
        #expect(first.overlapSeconds(with: TimeRange(startSeconds: 1.5, endSeconds: 3)) == 0.5)
        #expect(first.overlapSeconds(with: TimeRange(startSeconds: 2, endSeconds: 3)) == 0)
        #expect(first.overlapSeconds(with: TimeRange(startSeconds: 5, endSeconds: 6)) == 0)
    }
}
