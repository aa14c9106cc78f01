import Delivery
import Speech

/// The melody of the voice: a line that is open where there is no voice, around its median.
struct PitchLane: Sendable {
    let lane: RowLayout.Lane
    let pitch: TimelinePitch

    /// A larger step between two values is an error of the measurement, in semitones: the line is open there.
    private static let mostStep = 7.0

    func draw(_ frame: RowFrame, into picture: inout Picture) {
        frame.name("Pitch", middle: lane.middle, into: &picture)
        for semitones in PitchScale.lines {
            guard let height = PitchScale.height(semitones) else { continue }
            let y = lane.y(height)
            let style = semitones == 0 ? "median" : "rule"
            picture.line(
                x1: frame.width.sheet.left, y1: y, x2: frame.right, y2: y, style: style)
            frame.scale("\(FixedPoint(pitch.hertz(at: semitones))) Hz", y: y, into: &picture)
        }
        picture.path(line(frame), style: "line")
    }

    private func line(_ frame: RowFrame) -> PathData {
        var data = PathData()
        var last: Double?
        let hop = AnswerContours.hopSeconds
        for index in frame.row.indices(hopSeconds: hop, count: pitch.semitones.count) {
            guard let semitones = pitch.semitones[index], let height = PitchScale.height(semitones) else {
                last = nil
                continue
            }
            let x = min(frame.x((Double(index) + 0.5) * hop), frame.width.sheet.right)
            let y = lane.y(height)
            if let last, abs(semitones - last) <= Self.mostStep {
                data.line(x, y)
            } else {
                data.move(x, y)
                // A single value is seen as a dot.
                data.horizontal(to: x + 0.5)
            }
            last = semitones
        }
        return data
    }
}
