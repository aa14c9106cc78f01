import Speech

/// Windows of one length at equal steps over the span of an answer.
struct EqualWindows: Sendable {
    /// How many whole windows fit.
    let count: Int
    private let originSeconds: Double
    private let windowSeconds: Double
    private let hopSeconds: Double

    /// The whole windows in a span, the first at its start.
    init(over span: TimeRange, windowSeconds: Double, hopSeconds: Double) {
        originSeconds = span.startSeconds
        self.windowSeconds = windowSeconds
        self.hopSeconds = hopSeconds
        // A span of just a window holds one, however its ends are rounded.
        let room = span.durationSeconds - windowSeconds + 1e-9
        count = room < 0 ? 0 : Int(min(room / hopSeconds, 1e7)) + 1
    }

    /// Where a window begins, in seconds from the start of the recording.
    func start(_ index: Int) -> Double { originSeconds + Double(index) * hopSeconds }

    /// What lies in each window of things that stretch over time, each in proportion to the part of it inside. What has no
    /// finite time is left out.
    func amounts(of things: [TimeRange], _ amount: (TimeRange) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for thing in things where thing.isFinite {
            for index in windows(around: thing) {
                sums[index] += amount(thing) * share(of: thing, in: index)
            }
        }
        return sums
    }

    /// The windows that may hold a part of a stretch: it ends after their start and begins before their end.
    private func windows(around time: TimeRange) -> Range<Int> {
        let first = (time.startSeconds - windowSeconds - originSeconds) / hopSeconds
        let last = (time.endSeconds - originSeconds) / hopSeconds
        let limit = Double(count)
        let low = Int(min(max(first.rounded(.down), 0), limit))
        let high = Int(min(max(last.rounded(.down) + 1, 0), limit))
        return low..<max(low, high)
    }

    private func share(of time: TimeRange, in index: Int) -> Double {
        let window = TimeRange(startSeconds: start(index), endSeconds: start(index) + windowSeconds)
        if time.durationSeconds > 0 { return time.overlapSeconds(with: window) / time.durationSeconds }
        return time.startSeconds >= window.startSeconds && time.startSeconds < window.endSeconds ? 1 : 0
    }
}
