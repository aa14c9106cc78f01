import Speech

/// A row as it is drawn: heights are those from its upper edge.
struct RowFrame: Sendable {
    let row: TimelineRow
    let width: PlotWidth

    /// The place of a time.
    func x(_ seconds: Double) -> Double { width.x(seconds, in: row) }

    /// Where the row's time ends: the last row may be shorter.
    var right: Double { x(row.time.endSeconds) }

    /// The name of a lane in the margin.
    func name(_ name: String, unit: String = "", middle: Double, into picture: inout Picture) {
        let x = width.sheet.left - 14
        let y = middle + (unit.isEmpty ? 4 : -3)
        picture.text(name, x: x, y: y, style: "name", anchor: .end)
        if !unit.isEmpty { picture.text(unit, x: x, y: y + 14, style: "name", anchor: .end) }
    }

    /// A value of a lane's scale behind the row's end.
    func scale(_ text: String, y: Double, into picture: inout Picture) {
        picture.text(text, x: right + 10, y: y + 4, style: "tick")
    }
}
