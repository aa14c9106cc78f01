import Testing

@testable import Meaning

@Suite struct TokenWindowsTests {
    @Test(arguments: [0, 1, 13, 14]) func aShortTextIsOnePart(count: Int) {
        #expect(
            TokenWindows(length: 14, shared: 4).over(count)
                == [TokenWindows.Window(seen: 0..<count, kept: 0..<count)])
    }

    @Test(
        arguments: [(14, 4), (254, 64), (254, 0), (1, 0), (2, 1), (7, 6)],
        [15, 16, 100, 255, 444, 445, 1_000])
    func partsCoverATextWithTheirBestHalves(plan: (length: Int, shared: Int), count: Int) {
        let windows = TokenWindows(length: plan.length, shared: plan.shared).over(count)
        guard count > plan.length else { return }
        #expect(windows.first?.seen.lowerBound == 0 && windows.last?.seen.upperBound == count)
        #expect(windows.flatMap(\.kept) == Array(0..<count))
        for (window, next) in zip(windows, windows.dropFirst()) {
            #expect(window.seen.upperBound - next.seen.lowerBound >= plan.shared)
        }
        #expect(windows.count <= (count + plan.length - plan.shared - 1) / (plan.length - plan.shared))
        for window in windows {
            #expect(window.seen.count == plan.length && window.seen.contains(window.kept))
            for place in window.kept {
                let best = windows.filter { $0.seen.contains(place) }.map { distance(place, $0) }.max()
                #expect(distance(place, window) == best, "\(place) in \(window)")
            }
        }
    }

    /// How far a token is from the nearer edge.
    private func distance(_ place: Int, _ window: TokenWindows.Window) -> Int {
        min(place - window.seen.lowerBound, window.seen.upperBound - 1 - place)
    }
}
