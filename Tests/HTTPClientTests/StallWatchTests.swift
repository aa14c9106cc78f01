import Testing

@testable import HTTPClient

@Suite struct StallWatchTests {
    /// The first second at which a transfer is stalled, when the bytes at each second are known.
    private func stall(
        windowSeconds: Int, seconds: Range<Int>, resetAt reset: Int? = nil, bytes: (Int) -> Int
    ) -> Int? {
        var watch = StallWatch(window: .seconds(windowSeconds), bytesPerSecond: 10)
        for second in seconds {
            if second == reset { watch.reset() }
            if watch.isStalled(at: .seconds(second), bytes: bytes(second)) { return second }
        }
        return nil
    }

    @Test func aTransferIsStalledAfterAWholeWindowBelowTheLimit() {
        #expect(stall(windowSeconds: 10, seconds: 0..<30) { $0 * 9 } == 10)
    }

    @Test func aTransferAtTheLimitIsNotStalled() {
        #expect(stall(windowSeconds: 10, seconds: 0..<100) { $0 * 10 } == nil)
    }

    @Test func onlyTheLastWindowCounts() throws {
        let noticed = try #require(stall(windowSeconds: 10, seconds: 0..<90) { min($0, 49) * 1000 })
        #expect((59...61).contains(noticed))
    }

    @Test func beginningAnewForgets() {
        #expect(stall(windowSeconds: 4, seconds: 0..<30, resetAt: 3) { _ in 0 } == 7)
    }

    @Test func noWindowNeverStalls() {
        #expect(stall(windowSeconds: 0, seconds: 0..<100) { _ in 0 } == nil)
    }
}
