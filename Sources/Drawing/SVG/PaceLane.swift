import Delivery
import Speech

/// The pace in steps of a second, over the band that listeners follow easily.
struct PaceLane: Sendable {
    let lane: RowLayout.Lane
    let pace: TimelinePace
    private let scale: PaceScale

    init(lane: RowLayout.Lane, pace: TimelinePace) {
        self.lane = lane
        self.pace = pace
        scale = PaceScale(pace.unit)
    }

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        switch pace.unit {
        case .wordsPerMinute:
            frame.name("Pace", unit: "words/min", middle: lane.middle, into: &picture)
            drawBand(DeliveryBands.wordsPerMinute, frame, into: &picture)
        case .syllablesPerSecond:
            frame.name("Pace", unit: "syllables/s", middle: lane.middle, into: &picture)
            for value in [2.0, 4, 8] { drawLimit(value, frame, style: "rule", into: &picture) }
        }
        picture.path(line(frame), style: "line")
    }

    private func drawBand(_ band: ClosedRange<Double>, _ frame: RowFrame, into picture: inout Picture) {
        let (top, bottom) = (y(band.upperBound), y(band.lowerBound))
        picture.rectangle(
            x: frame.width.sheet.left, y: top, width: frame.right - frame.width.sheet.left,
            height: bottom - top,
            style: "band")
        drawLimit(band.lowerBound, frame, style: "edge", into: &picture)
        drawLimit(band.upperBound, frame, style: "edge", into: &picture)
    }

    private func drawLimit(_ value: Double, _ frame: RowFrame, style: String, into picture: inout Picture) {
        let y = y(value)
        picture.line(x1: frame.width.sheet.left, y1: y, x2: frame.right, y2: y, style: style)
        frame.scale("\(FixedPoint(value))", y: y, into: &picture)
    }

    private func y(_ value: Double) -> Double { lane.y(scale.height(value)) }

    /// A step for each second; open where there is no value.
    private func line(_ frame: RowFrame) -> PathData {
        var data = PathData()
        var isOpen = true
        let step = TimelinePace.stepSeconds
        for index in frame.row.indices(hopSeconds: step, count: pace.values.count) {
            guard let value = pace.values[index] else {
                isOpen = true
                continue
            }
            let (start, height) = (Double(index) * step, y(value))
            if isOpen {
                data.move(frame.x(start), height)
            } else {
                data.vertical(to: height)
            }
            data.horizontal(to: frame.x(min(start + step, frame.row.time.endSeconds)))
            isOpen = false
        }
        return data
    }
}
