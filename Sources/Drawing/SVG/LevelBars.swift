import Delivery
import Speech

/// The bars of the level.
struct LevelBars: Sendable {
    /// How many values one bar stands for.
    let valuesPerBar: Int
    /// The distance of two bars.
    let step: Double

    /// Bars closer than this run into each other, in pixels.
    private static let leastStep = 3.0

    init(_ width: PlotWidth) {
        let valueWidth = AnswerContours.hopSeconds * width.pixelsPerSecond
        valuesPerBar = max(1, Int((Self.leastStep / valueWidth).rounded(.up)))
        step = Double(valuesPerBar) * valueWidth
    }

    /// How wide a bar is drawn.
    var width: Double { min(step * 0.6, 5) }

    /// The bars of a row, those in speech and the others: each as high as the loudest of its values.
    func paths(
        _ levels: [Double], _ frame: RowFrame, middle: Double, height: Double, _ scale: LevelScale
    ) -> (loud: PathData, quiet: PathData) {
        var (loud, quiet) = (PathData(), PathData())
        let indices = frame.row.indices(hopSeconds: AnswerContours.hopSeconds, count: levels.count)
        var runs = frame.row.speech[...]
        for first in stride(from: indices.lowerBound, to: indices.upperBound, by: valuesPerBar) {
            let values = levels[first..<min(first + valuesPerBar, indices.upperBound)]
            let seconds = (Double(first) + Double(values.count) / 2) * AnswerContours.hopSeconds
            while let run = runs.first, run.endSeconds <= seconds { runs.removeFirst() }
            let isSpeech = runs.first.map { $0.startSeconds <= seconds } ?? false
            let half = max(scale.height(values.max() ?? -120) * (height - width) / 2, 0.2)
            let x = min(frame.x(seconds), frame.width.sheet.right)
            if isSpeech {
                loud.move(x, middle - half)
                loud.vertical(to: middle + half)
            } else {
                quiet.move(x, middle - half)
                quiet.vertical(to: middle + half)
            }
        }
        return (loud, quiet)
    }
}
