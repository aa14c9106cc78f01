import Speech

/// The times over a row.
struct RulerLane: Sendable {
    let lane: RowLayout.Lane

    /// Steps between two times that are written, in seconds; the first that leaves room is taken.
    private static let steps = [1.0, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]
    /// Steps between two marks, in seconds; closer than `leastMarkPixels` they run into each other.
    private static let marks = [1.0, 10, 60, 600]
    private static let leastMarkPixels = 4.0
    /// The room that a written time needs, in pixels.
    private static let leastPixels = 110.0

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        let (row, y) = (frame.row, lane.bottom)
        picture.line(x1: frame.width.sheet.left, y1: y, x2: frame.right, y2: y, style: "rule")
        var ticks = PathData()
        let step = Self.steps.first { $0 * frame.width.pixelsPerSecond >= Self.leastPixels } ?? 3600
        let mark = Self.marks.first { $0 * frame.width.pixelsPerSecond >= Self.leastMarkPixels } ?? 600
        var second = (row.time.startSeconds / mark).rounded(.up) * mark
        while second <= row.time.endSeconds {
            let isNamed = second.truncatingRemainder(dividingBy: step) == 0
            ticks.move(frame.x(second), y)
            ticks.vertical(to: y - (isNamed ? 6 : 3))
            if isNamed, second > row.time.startSeconds {
                picture.text(
                    "\(ClockTime(second))", x: frame.x(second), y: y - 9, style: "tick", anchor: .middle)
            }
            second += mark
        }
        picture.path(ticks, style: "rule")
        picture.text(
            "\(ClockTime(row.time.startSeconds))", x: frame.width.sheet.left - 14, y: y + 3, style: "clock",
            anchor: .end)
    }
}
