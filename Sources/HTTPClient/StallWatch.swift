/// Notices when a transfer nearly stands still: fewer bytes than a limit over the whole of a window of time.
struct StallWatch {
    private let window: Duration
    private let limitBytes: Int
    /// The counts of bytes seen in the window, the oldest first; the first one may be older than the window.
    private var marks: [(time: Duration, bytes: Int)] = []

    /// A watch over `window`; a window of nothing never stalls.
    init(window: Duration, bytesPerSecond: Int) {
        self.window = window
        let seconds = Double(window.components.seconds) + Double(window.components.attoseconds) / 1e18
        limitBytes = max(1, Int(min(Double(max(0, bytesPerSecond)) * max(0, seconds), 1e15)))
    }

    /// Begins anew: what comes before does not count.
    mutating func reset() { marks.removeAll() }

    /// Takes the count of bytes at a time; returns whether the transfer stalled.
    mutating func isStalled(at time: Duration, bytes: Int) -> Bool {
        guard window > .zero else { return false }
        // A mark every tenth of the window is close enough and keeps the list short.
        if marks.last.map({ time - $0.time >= window / 10 }) ?? true { marks.append((time, bytes)) }
        while marks.count > 1, time - marks[1].time >= window { marks.removeFirst() }
        guard let oldest = marks.first, time - oldest.time >= window else { return false }
        return bytes - oldest.bytes < limitBytes
    }
}
