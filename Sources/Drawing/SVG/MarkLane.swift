import Speech

/// The marks under the sound: a line over the time of each and its shape with its letter.
struct MarkLane: Sendable {
    let lane: RowLayout.Lane

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        guard !frame.row.marks.isEmpty else { return }
        let radius = PlacedMark.size / 2
        // Shapes that would lie on each other tell nothing: then the lines alone stand for the marks.
        let room = frame.right - frame.width.sheet.left
        let hasRoom = Double(frame.row.marks.count) * PlacedMark.size <= max(room, PlotWidth.leastMarksRoom)
        let limits = frame.width.sheet.left + radius...frame.width.sheet.right + radius
        for placed in PlacedMark.marks(frame.row.marks, limits: limits, x: frame.x) {
            let mark = placed.mark
            let length = FixedPoint(mark.time.durationSeconds, places: 1)
            let name = mark.kind.name.prefix(1).uppercased() + mark.kind.name.dropFirst()
            let title = "\(name) “\(mark.text)” at \(ClockTime(mark.time.startSeconds)), \(length) s"
            picture.group("mark", title: title) {
                let (start, end) = (
                    frame.x(mark.time.startSeconds), frame.x(frame.row.part(of: mark.time).endSeconds)
                )
                $0.rectangle(
                    x: start, y: lane.top - 5, width: max(end - start, 3), height: 3, radius: 1.5,
                    style: mark.kind.rawValue)
                if hasRoom { MarkShape(kind: mark.kind).draw(x: placed.x, y: lane.middle, into: &$0) }
            }
        }
    }
}
