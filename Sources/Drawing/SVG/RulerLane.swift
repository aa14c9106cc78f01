import Speech

/// The times over a row.
struct RulerLane: Sendable {
    let lane: RowLayout.Lane

    /// Steps between two times that are written, in seconds; the first that leaves room is taken.
    private static let steps = [1.0, 2, 5, 10]
    /// The room that a written time needs, in pixels.
    private static let leastPixels = 110.0

    func draw(_ frame: RowFrame, into markup: inout Markup) {
        let (row, y) = (frame.row, lane.bottom)
        markup.line(x1: PlotWidth.left, y1: y, x2: frame.right, y2: y, style: "rule")
        var ticks = PathData()
        let step = Self.steps.first { $0 * frame.width.pixelsPerSecond >= Self.leastPixels } ?? 10
        var second = row.time.startSeconds.rounded(.up)
        while second <= row.time.endSeconds {
            let isNamed = second.truncatingRemainder(dividingBy: step) == 0
            ticks.move(frame.x(second), y)
            ticks.vertical(to: y - (isNamed ? 6 : 3))
            if isNamed, second > row.time.startSeconds {
                markup.text(
                    "\(ClockTime(second))", x: frame.x(second), y: y - 9, style: "tick", anchor: .middle)
            }
            second += 1
        }
        markup.path(ticks, style: "rule")
        markup.text(
            "\(ClockTime(row.time.startSeconds))", x: PlotWidth.left - 14, y: y + 3, style: "clock",
            anchor: .end)
    }
}
