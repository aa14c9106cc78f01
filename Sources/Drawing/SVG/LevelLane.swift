import Delivery
import Speech

/// The level as bars on both sides of a middle line, strong where somebody speaks, and the pauses between.
struct LevelLane: Sendable {
    let lane: RowLayout.Lane
    /// `nil` where no level is known: then stretches of speech are drawn as blocks.
    let levelsDBFS: [Double]?
    let scale: LevelScale
    let bars: LevelBars

    /// Shorter pauses are drawn without their length, in seconds: from what is written as 1.0.
    private static let namedSeconds = 0.95

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        frame.name(levelsDBFS == nil ? "Speech" : "Level", middle: lane.middle, into: &picture)
        for pause in frame.row.pauses { drawBand(pause, frame, into: &picture) }
        if let levelsDBFS {
            drawBars(levelsDBFS, frame, into: &picture)
        } else {
            drawBlocks(frame, into: &picture)
        }
        for pause in frame.row.pauses where pause.durationSeconds >= Self.namedSeconds {
            drawLength(pause, frame, into: &picture)
        }
    }

    private func drawBand(_ pause: TimeRange, _ frame: RowFrame, into picture: inout Picture) {
        let part = frame.row.part(of: pause)
        guard part.durationSeconds > 0 else { return }
        let length = FixedPoint(pause.durationSeconds, places: 1)
        picture.group(title: "Pause of \(length) s at \(ClockTime(pause.startSeconds))") {
            $0.hatched(
                x: frame.x(part.startSeconds), y: lane.top,
                width: part.durationSeconds * frame.width.pixelsPerSecond, height: lane.height)
        }
    }

    /// The length of a pause in the middle of what the row shows of it, if there is room.
    private func drawLength(_ pause: TimeRange, _ frame: RowFrame, into picture: inout Picture) {
        let part = frame.row.part(of: pause)
        let text = "\(FixedPoint(pause.durationSeconds, places: 1)) s"
        let width = TextWidth.pixels(text, size: 11) + 10
        let (left, right) = (frame.x(part.startSeconds), frame.x(part.endSeconds))
        guard right - left >= width + 2 else { return }
        let (x, y) = ((left + right) / 2, lane.middle)
        picture.rectangle(x: x - width / 2, y: y - 9, width: width, height: 18, radius: 9, style: "ground")
        picture.text(text, x: x, y: y + 4, style: "length", anchor: .middle)
    }

    private func drawBars(_ levels: [Double], _ frame: RowFrame, into picture: inout Picture) {
        let (loud, quiet) = bars.paths(levels, frame, middle: lane.middle, height: lane.height, scale)
        picture.path(quiet, style: "quiet")
        picture.path(loud, style: "level")
    }

    private func drawBlocks(_ frame: RowFrame, into picture: inout Picture) {
        for run in frame.row.speech {
            let part = frame.row.part(of: run)
            guard part.durationSeconds > 0 else { continue }
            picture.rectangle(
                x: frame.x(part.startSeconds), y: lane.top + 5,
                width: part.durationSeconds * frame.width.pixelsPerSecond, height: lane.height - 10,
                radius: 3,
                style: "block")
        }
    }
}
